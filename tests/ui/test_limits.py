"""Fair shares: requests counted for each user, work let through in order."""

import asyncio

import pytest

from assistant.ui.limits import FairShares, RateLimit, TooManyQuestionsError, Turnstile


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_user_over_the_limit_is_told_how_long_to_wait():
    clock = Clock()
    limit = RateLimit(2, clock)
    limit.admit("an")
    clock.now = 20
    limit.admit("an")

    with pytest.raises(TooManyQuestionsError, match=r"2 lần một phút; hãy chờ 40 giây"):
        limit.admit("an")


def test_users_do_not_count_for_each_other():
    limit = RateLimit(1, Clock())

    for number in range(30):
        limit.admit(f"phone {number}")


def test_user_may_ask_again_after_a_minute():
    clock = Clock()
    limit = RateLimit(1, clock)
    limit.admit("an")
    clock.now = 60

    limit.admit("an")


def test_users_who_left_are_forgotten():
    clock = Clock()
    limit = RateLimit(5, clock)
    for number in range(1000):
        clock.now += 1
        limit.admit(f"user {number}")

    assert len(limit._requests) <= 60


def test_class_behind_one_address_is_not_stopped_and_one_who_changes_browsers_is():
    shares = FairShares(2, Clock())
    for number in range(40):
        for _ in range(2):
            shares.admit(f"phone {number}", "203.0.113.7")

    with pytest.raises(TooManyQuestionsError, match="Mỗi địa chỉ mạng được hỏi 80 lần"):
        shares.admit("phone 41", "203.0.113.7")
    shares.admit("phone 41", "203.0.113.8")
    shares.admit("an")


def test_turnstile_lets_through_in_order_and_tells_the_length():
    async def drill():
        turnstile, told, inside = Turnstile(2), {}, []

        async def visitor(name):
            ticket = turnstile.join()
            try:
                told[name] = [ahead async for ahead in turnstile.until_inside(ticket)]
                inside.append(name)
                await asyncio.sleep(0.15 if name == 0 else 0.3)
            finally:
                turnstile.leave(ticket)

        visitors = [asyncio.create_task(visitor(name)) for name in range(4)]
        await asyncio.sleep(0.05)
        waiting = turnstile.waiting
        await asyncio.gather(*visitors)
        return told, inside, waiting, turnstile.waiting

    told, inside, waiting, left = asyncio.run(drill())

    assert inside == [0, 1, 2, 3]
    assert told == {0: [], 1: [], 2: [1], 3: [2, 1]}
    assert (waiting, left) == (2, 0)


def test_visitor_who_gives_up_makes_room():
    turnstile = Turnstile(1)
    first, second, third = turnstile.join(), turnstile.join(), turnstile.join()

    turnstile.leave(second)
    turnstile.leave(second)

    assert (turnstile.ahead(first), turnstile.ahead(third)) == (0, 1)
