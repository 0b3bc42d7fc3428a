//! Responses can be stored, compared, and made in a program's own tests; ids and secrets are made of any text.

use std::fmt::Debug;

use authing_core::account::{Mfa, UploadedFile};
use authing_core::login::{AdConnector, SignInResponse};
use authing_core::management::{OwnerTokenResponse, ThirdPartyTokens, UserTokenResponse};
use authing_core::metadata::Metadata;
use authing_core::oidc::{AccessTokenStatus, OidcLoginResponse, TokenResponse, UserInfoClaims};
use authing_core::qr::{AppQrStatus, QrCode, WxappQr};
use authing_core::social::{OauthBinding, OauthProvider, UserOauthProvider};
use authing_core::token::{DecodedToken, LoginStatus};
use authing_core::types::{
    AuthorizedApps, CommonMessage, Group, List, Org, OrgChildNode, Permission, PoolSettings, RbacList, RbacRole,
    Reference, RevokedAuthorization, Role, RoleMember, RolePermissions, User,
};
use authing_core::wechat::PhoneNumber;
use authing_core::{AppId, Password, Phone, RoleId, Secret, Token, UserId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Read, written, and read again, it is the same.
fn stores<T: Serialize + DeserializeOwned + Clone + PartialEq + Debug>(json: Value) {
    let response: T = serde_json::from_value(json).unwrap();
    let stored = serde_json::to_string(&response).unwrap();
    assert_eq!(serde_json::from_str::<T>(&stored).unwrap(), response.clone(), "{stored}");
}

fn user() -> Value {
    json!({
        "_id": "u", "phone": "17670416754", "token": "t", "lastIP": "::1", "loginsCount": 2, "emailVerified": true,
        "group": { "_id": "r", "createdAt": "x" }, "userLocation": [{ "where": "here" }],
        "userLoginHistory": { "totalCount": 1, "list": [{ "ip": "::1" }] },
        "thirdPartyIdentity": { "refreshToken": "t", "expiresIn": 7 },
    })
}

#[test]
fn every_response_can_be_stored() {
    stores::<User>(user());
    stores::<List<User>>(json!({ "totalCount": 1, "list": [user()] }));
    stores::<Vec<Reference>>(json!([{ "_id": "u" }]));
    stores::<CommonMessage>(json!({ "code": "200", "message": "x", "status": true }));
    stores::<PoolSettings>(json!({ "_id": "p", "showWXMPQRCode": true, "clientType": { "_id": "x" } }));
    stores::<Role>(json!({ "_id": "r" }));
    stores::<RoleMember>(json!({ "user": user(), "group": { "_id": "r" } }));
    stores::<RolePermissions>(json!({ "group": { "permissions": "x" } }));
    stores::<RbacList<RbacRole>>(json!({ "rawList": ["a"], "list": [{ "_id": "a" }] }));
    stores::<Group>(json!({ "_id": "g", "users": { "list": [user()] }, "roles": { "list": [{ "_id": "r" }] } }));
    stores::<Permission>(json!({ "_id": "p", "userPoolId": "x" }));
    stores::<Org>(json!({ "_id": "o", "nodes": [{ "_id": "g", "children": ["h"], "root": true }] }));
    stores::<OrgChildNode>(json!({ "group": { "_id": "g" }, "depth": 1 }));
    stores::<AuthorizedApps>(
        json!({ "OAuthApps": [{ "_id": "a" }], "OIDCApps": [{ "_id": "b", "isDeleted": false }] }),
    );
    stores::<RevokedAuthorization>(json!({ "type": "OIDC", "isRevoked": "true" }));
    stores::<TokenResponse>(json!({ "access_token": "t", "expires_in": "7" }));
    stores::<UserInfoClaims>(json!({ "sub": "u", "phone_number": "1", "updated_at": "x" }));
    stores::<AccessTokenStatus>(json!({ "sub": "u", "aud": ["a", "b"], "exp": "7" }));
    stores::<SignInResponse>(json!({ "sub": "u", "access_token": "t" }));
    stores::<OidcLoginResponse>(json!({ "claims": { "sub": "u" }, "tokens": { "access_token": "t" } }));
    stores::<AdConnector>(json!({ "_id": "a" }));
    stores::<UploadedFile>(json!({ "key": "k" }));
    stores::<Mfa>(json!({ "shareKey": "s" }));
    stores::<LoginStatus>(json!({ "status": true, "token": { "data": { "id": "u", "clientId": "p" }, "exp": "7" } }));
    stores::<DecodedToken>(json!({ "status": { "code": 200 }, "exp": 7 }));
    stores::<Metadata>(json!({ "totalCount": 1, "list": [{ "key": "k", "value": "v" }] }));
    stores::<OwnerTokenResponse>(json!({ "accessToken": "t" }));
    stores::<UserTokenResponse>(json!({ "token": "t", "exp": "7" }));
    stores::<ThirdPartyTokens>(json!({ "refreshSuccess": true }));
    stores::<OauthBinding>(json!({ "type": "wechat", "userInfo": "{}" }));
    stores::<OauthProvider>(json!({ "_id": "o" }));
    stores::<UserOauthProvider>(json!({ "type": "wechat", "binded": true }));
    stores::<AppQrStatus>(json!({ "success": true, "ticket": "t", "userInfo": { "nickname": "Bob" } }));
    stores::<QrCode>(json!({ "qrcodeId": "q", "qrcodeUrl": "u" }));
    stores::<WxappQr>(json!({ "qrcode": "u" }));
    stores::<PhoneNumber>(json!({ "phoneNumber": "1", "countryCode": "86" }));
}

#[test]
fn a_response_can_be_made_in_a_test() {
    let mut user = User::default();
    user.nickname = Some("Bob".to_owned());
    let mut users = List::default();
    users.list.push(user);
    assert_eq!(users.list[0].nickname.as_deref(), Some("Bob"));
    assert!(!LoginStatus::default().is_logged_in());
}

#[test]
fn ids_and_secrets_take_a_borrowed_string() {
    let text = "text".to_owned();
    assert_eq!(
        (UserId::from(&text), AppId::from(&text), RoleId::from(&text)),
        ("text".into(), "text".into(), "text".into())
    );
    assert_eq!((Password::from(&text), Token::from(&text)), ("text".into(), "text".into()));
    assert_eq!((Phone::from(&text), Secret::from(&text)), ("text".into(), "text".into()));
}
