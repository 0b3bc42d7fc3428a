use authing_core::ApplicationConfig;
use authing_core::application::{
    GetJsonWebKeySet, GetProviderMetadata, Grant, IntrospectToken, RedirectUrl, RequestAccountTokens, RequestTokens,
    RequestUserInfo, RevokeToken,
};
use serde_json::json;

use super::{APP_SECRET, CODE, PASSWORD, REFRESH_TOKEN, TOKEN, VERIFIER, Visitor, claims, tokens};

pub(super) fn visit(to: &mut impl Visitor) {
    let config = ApplicationConfig::new("5e05bbf2d51b3761d5c71071", "https://shop.authing.example").unwrap();
    to.visit(GetProviderMetadata::new(&config), &json!({ "issuer": config.issuer().as_str() }));
    to.visit(GetJsonWebKeySet::default(), &json!({ "keys": [] }));
    let redirect_url = RedirectUrl::parse("https://shop.example/callback").unwrap();
    for grant in [
        Grant::AuthorizationCode { code: CODE.into(), redirect_url, verifier: VERIFIER.into() },
        Grant::RefreshToken(REFRESH_TOKEN.into()),
        Grant::ClientCredentials { scope: "order:read".to_owned() },
        Grant::Password { username: "bob".to_owned(), password: PASSWORD.into(), scope: "openid".to_owned() },
    ] {
        to.visit(RequestTokens::new(grant), &tokens());
    }
    to.visit(RequestAccountTokens::new("key", APP_SECRET, "order:read"), &tokens());
    to.visit(IntrospectToken::new(TOKEN), &json!({ "active": true, "sub": crate::support::USER }));
    to.visit(RevokeToken::new(REFRESH_TOKEN), &json!(null));
    to.visit(RequestUserInfo::default(), &claims());
}
