"""`idpyoidc`, a certified relying party, and `Authlib` with the emulator as their provider.

Prints `done` at the end; anything else that is wrong is an AssertionError.
"""

import logging
import os
import sys
import tempfile
from urllib.parse import parse_qsl, urlsplit

import requests

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from idpyoidc.client.exception import OidcServiceError
from idpyoidc.client.rp_handler import RPHandler

logging.disable(logging.CRITICAL)
origin, user, password, secret, redirect_uri = sys.argv[1:]
# idpyoidc writes the keys that it makes to the current folder.
folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
issuer = f"{origin}/oidc"
SCOPE = ["openid", "profile", "email", "offline_access"]
METHODS = ["client_secret_basic", "client_secret_post"]


def log_in(url):
    """Where the browser goes after the user has logged in at an authorization URL."""
    answer = requests.post(f"{origin}/_emulator/log-in", json={"url": url, "userId": user}, timeout=10)
    return answer.json()["location"]


def location(response):
    assert response.status_code == 302, response.text
    return response.headers["location"]


def error(exception, call, *arguments, **named):
    try:
        return f"no error, but {call(*arguments, **named)}"
    except exception as raised:
        return getattr(raised, "error", None) or str(raised)


def relying_party(method, client_secret=secret):
    service = "idpyoidc.client.oidc"
    classes = {
        "discovery": "provider_info_discovery.ProviderInfoDiscovery",
        "registration": "registration.Registration",
        "authorization": "authorization.Authorization",
        "accesstoken": "access_token.AccessToken",
        "refresh_token": "refresh_access_token.RefreshAccessToken",
        "userinfo": "userinfo.UserInfo",
        "end_session": "end_session.EndSession",
    }
    pkce = {"function": "idpyoidc.client.oauth2.add_on.pkce.add_support"}
    shop = {
        "issuer": issuer,
        "client_id": "shop",
        "client_secret": client_secret,
        "client_type": "oidc",
        "redirect_uris": [redirect_uri],
        "response_types_supported": ["code"],
        "scopes_supported": SCOPE,
        "client_authn_methods": METHODS,
        "token_endpoint_auth_methods_supported": [method],
        "services": {name: {"class": f"{service}.{path}"} for name, path in classes.items()},
        "add_ons": {"pkce": {**pkce, "kwargs": {"code_challenge_length": 64, "code_challenge_method": "S256"}}},
    }
    return RPHandler(base_url="http://127.0.0.1:4000", client_configs={"": {}, "shop": shop})


def log_in_by(handler, **request):
    return finish(handler, log_in(handler.begin("shop", req_args=request)))


def finish(handler, callback):
    return handler.finalize(issuer, dict(parse_qsl(urlsplit(callback).query)))


def certified(method):
    handler = relying_party(method)
    result = log_in_by(handler, scope=SCOPE, prompt="consent")
    assert (result["userinfo"]["sub"], result["userinfo"]["nickname"]) == (user, "Bob"), result
    assert result["id_token"]["aud"] == ["shop"] and result["id_token"]["iss"] == issuer
    renewed = handler.refresh_access_token(result["state"])
    assert renewed["access_token"] != result["token"]
    goodbye = f"{redirect_uri}/bye"
    end = handler.logout(result["state"], post_logout_redirect_uri=goodbye)["url"]
    assert location(requests.get(end, allow_redirects=False, timeout=10)).startswith(goodbye)
    assert error(OidcServiceError, log_in_by, relying_party(method, secret + "x")) == "invalid_client"


def authlib(method):
    provider = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=10).json()
    token_endpoint = provider["token_endpoint"]
    options = {"token_endpoint_auth_method": method, "redirect_uri": redirect_uri, "code_challenge_method": "S256"}
    session = OAuth2Session("shop", secret, scope=SCOPE, **options)
    verifier = generate_token(48)
    url, state = session.create_authorization_url(provider["authorization_endpoint"], code_verifier=verifier, prompt="consent")
    callback = {"authorization_response": log_in(url), "state": state, "code_verifier": verifier}
    tokens = session.fetch_token(token_endpoint, **callback)
    assert session.get(provider["userinfo_endpoint"]).json()["email"] == "bob@example.com"

    def active(token):
        return session.introspect_token(provider["introspection_endpoint"], token=token).json()["active"]

    assert active(tokens["access_token"]) and active(tokens["refresh_token"])
    first = tokens["refresh_token"]
    second = session.refresh_token(token_endpoint, refresh_token=first)["refresh_token"]
    assert first != second
    for _ in range(2):
        assert session.revoke_token(provider["revocation_endpoint"], token=second).status_code == 200
    assert not active(second)
    assert error(OAuthError, session.refresh_token, token_endpoint, refresh_token=first) == "invalid_grant"
    assert error(OAuthError, session.fetch_token, token_endpoint, **callback) == "invalid_grant"

    own = OAuth2Session("shop", secret, token_endpoint_auth_method=method)
    assert own.fetch_token(token_endpoint, grant_type="client_credentials", scope="order:read")["scope"] == "order:read"
    account = {"username": "bob@example.com", "scope": "openid"}
    assert "id_token" in own.fetch_token(token_endpoint, password=password, **account)
    assert error(OAuthError, own.fetch_token, token_endpoint, password="wrong", **account) == "invalid_grant"


for method in METHODS:
    certified(method)
    authlib(method)
silent = relying_party(METHODS[0])
refused = requests.get(silent.begin("shop", req_args={"prompt": "none"}), allow_redirects=False, timeout=10)
assert finish(silent, location(refused))["error"] == "login_required"
print("done")
