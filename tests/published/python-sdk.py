"""`authing` 5.1.0 from PyPI against the emulator: sign-in, the account, and the administrator's calls.

Prints `done` at the end; anything else that is wrong is an AssertionError.
"""

import sys

from authing import AuthenticationClient, ManagementClient
from authing.AuthingException import AuthingException

origin, pool, secret = sys.argv[1:]
PASSWORD = "123456a"


def ok(answer):
    assert answer["statusCode"] == 200, answer
    return answer.get("data")


def codes(answer):
    assert answer["statusCode"] != 200 and answer["message"], answer
    return answer["statusCode"], answer.get("apiCode")


def client(**options):
    return AuthenticationClient(app_id="shop", app_secret="shop-secret", app_host=origin, **options)


management = ManagementClient(access_key_id=pool, access_key_secret=secret, host=origin)
user = ok(management.create_user(username="bob", password=PASSWORD, nickname="Bob"))
bob = user["userId"]
assert codes(management.create_user(username="bob")) == (409, 2026)

tokens = ok(client().sign_in_by_username_password("bob", PASSWORD))
assert tokens["expire_in"] == 3600
assert codes(client().sign_in_by_username_password("bob", "wrong1")) == (403, 2333)
assert codes(client().get_profile()) == (401, 2020)

own = client(access_token=tokens["access_token"])
# Booleans go as `True`.
assert ok(own.get_profile(with_custom_data=True))["customData"] == {}
assert ok(own.update_profile(nickname="Rob", custom_data={"a": 1}))["nickname"] == "Rob"
assert codes(own.update_password(new_password="new12345", old_password="wrong1")) == (403, 2006)
ok(own.update_password(new_password="new12345", old_password=PASSWORD))
ok(client().send_email("CHANNEL_LOGIN", "bob@example.com"))
ok(client().sign_up_by_username_password("eve", PASSWORD))
assert codes(client().sign_up_by_username_password("eve", PASSWORD)) == (409, 2026)

assert ok(management.get_user(bob, with_custom_data=True))["customData"] == {"a": 1}
assert codes(management.get_user("nobody")) == (404, 2004)
assert [found["userId"] for found in ok(management.get_user_batch([bob]))] == [bob]
assert ok(management.list_users(keywords="Rob"))["totalCount"] == 1
assert ok(management.is_user_exists(username="bob")) == {"exists": True}
assert ok(management.update_user(bob, company="X"))["company"] == "X"

target = [{"targetType": "USER", "targetIdentifier": bob}]
ok(management.create_role("admin"))
ok(management.assign_role(target, "admin"))
assert ok(management.list_role_members("admin"))["totalCount"] == 1
assert ok(management.get_user_roles(bob))["list"][0]["code"] == "admin"
assert [role["code"] for role in ok(own.get_role_list())] == ["admin"]
ok(management.create_group("static", "", "Team", "team"))
ok(management.add_group_members([bob], "team"))
ok(management.set_custom_data([{"key": "b", "value": "x"}], bob, "USER"))
assert ok(management.get_custom_data(None, "USER", bob)) == {"a": 1, "b": "x"}
assert ok(management.list_organizations()) == {"totalCount": 0, "list": []}
assert ok(management.is_action_allowed(bob, "read", "book")) == {"allowed": False}
ok(management.kick_users(["shop"], bob))
assert codes(own.get_profile()) == (401, 2020)
ok(management.delete_users_batch([bob]))
assert codes(management.delete_users_batch([bob])) == (404, 2004)

try:
    ManagementClient(access_key_id=pool, access_key_secret="wrong", host=origin).list_users()
    raise AssertionError("a wrong secret was taken")
except AuthingException:
    pass

print("done")
