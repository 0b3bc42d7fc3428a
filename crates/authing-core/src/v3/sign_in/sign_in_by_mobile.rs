//! A login with a code or token of another app: WeChat's mini-program, or any other connection.
//!
//! Wire: `POST {host}/api/v3/signin-by-mobile`

use serde_json::Value;

use crate::application::TokenSetResponse;
use crate::principal::needs;
use crate::v3::types::{CustomData, PersonalJson};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, Fields as _, fields};
use crate::{AccessToken, Ciphertext, Method, Operation, Service, WechatCode};

/// Logs a user in with a code or token of another app.
///
/// # Errors
///
/// * [`Error::Service`](crate::Error::Service) with [`V3_THIRD_PARTY_FAILED`](crate::ErrorCode::V3_THIRD_PARTY_FAILED) if the
///   other app rejects the code.
/// * [`Error::Service`](crate::Error::Service) with [`USER_SUSPENDED`](crate::ErrorCode::USER_SUSPENDED) if the user is suspended.
/// * [`Error::MoreNeeded`](crate::Error::MoreNeeded) if the user has to do more, such as to pass a second factor.
/// * [`AuthenticationError::InvalidIdToken`](crate::AuthenticationError::InvalidIdToken) if the ID token does not verify.
///
/// ```
/// # fn example(client: &authing_core::AuthenticationClient) -> Result<(), authing_core::Error> {
/// use authing_core::v3::SignInByMobile;
///
/// // `code` is of `wx.login`; the connection is named as in the console.
/// let tokens = client.sign_in_by_mobile(SignInByMobile::wechat_mini_program_code("my-wechat", "code"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SignInByMobile {
    connection: String,
    ext_idp_conn_identifier: String,
    payload: Payload,
    options: SignInByMobileOptions,
}

#[derive(Clone, Debug)]
enum Payload {
    Code(WechatCode),
    AccessToken(AccessToken),
    Wechat(WechatLogin),
    CodeAndPhone { login: WechatLogin, phone_code: WechatCode },
    Json(PersonalJson),
}

fields! {
    /// The code of a `wx.login`, and the data that WeChat encrypted for it.
    pub struct WechatLogin {
        /// The code.
        code: WechatCode = "code";
        /// The data that WeChat encrypted for the code.
        encrypted_data: Option<Ciphertext> = "encryptedData";
        /// The initialisation vector.
        iv: Option<Ciphertext> = "iv";
    }
}

impl<C: Into<WechatCode>> From<C> for WechatLogin {
    /// A code alone.
    fn from(code: C) -> Self {
        Self { code: code.into(), encrypted_data: None, iv: None }
    }
}

fields! {
    /// The options of a login with another app.
    #[derive(Default)]
    pub struct SignInByMobileOptions {
        /// The scopes, with spaces between them. A refresh token needs `offline_access`.
        scope: Option<String> = "scope";
        /// Data for the pool's pipeline functions.
        context: Option<CustomData> = "context";
        /// The tenant.
        tenant_id: Option<String> = "tenantId";
        /// The custom data of a user who is created.
        custom_data: Option<CustomData> = "customData";
    }
}

impl SignInByMobile {
    /// Creates a login with a mini-program's `wx.login`.
    pub fn wechat_mini_program_code(connection: impl Into<String>, login: impl Into<WechatLogin>) -> Self {
        Self::new("wechat_mini_program_code", connection, Payload::Wechat(login.into()))
    }

    /// Creates a login with the encrypted data of the phone button (before 2021), and the code of the `wx.login` before the tap.
    pub fn wechat_mini_program_phone(connection: impl Into<String>, login: impl Into<WechatLogin>) -> Self {
        Self::new("wechat_mini_program_phone", connection, Payload::Wechat(login.into()))
    }

    /// Creates a login with two codes: that of `wx.login`, and that of the phone button's event (base library 2.21.2 and newer, real
    /// devices only).
    pub fn wechat_mini_program_code_and_phone(
        connection: impl Into<String>,
        login: impl Into<WechatLogin>,
        phone_code: impl Into<WechatCode>,
    ) -> Self {
        let payload = Payload::CodeAndPhone { login: login.into(), phone_code: phone_code.into() };
        Self::new("wechat_mini_program_code_and_phone", connection, payload)
    }

    /// Creates a login with the code of another kind of connection, such as `wechat`, `apple`, `alipay` or `dingtalk`.
    pub fn from_code(kind: impl Into<String>, connection: impl Into<String>, code: impl Into<WechatCode>) -> Self {
        Self::new(kind, connection, Payload::Code(code.into()))
    }

    /// Creates a login with the access token of another kind of connection, such as `facebook`, `qq`, `weibo` or `amazon`.
    pub fn from_access_token(
        kind: impl Into<String>,
        connection: impl Into<String>,
        token: impl Into<AccessToken>,
    ) -> Self {
        Self::new(kind, connection, Payload::AccessToken(token.into()))
    }

    /// Creates a login with a payload of your own, for any kind of connection.
    pub fn from_payload(kind: impl Into<String>, connection: impl Into<String>, payload: Value) -> Self {
        Self::new(kind, connection, Payload::Json(PersonalJson(payload)))
    }

    /// Sets the scopes, with spaces between them.
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        self.options.scope = Some(scope.into());
        self
    }

    /// Sets the options of the login.
    pub fn with_options(mut self, options: SignInByMobileOptions) -> Self {
        self.options = options;
        self
    }

    fn new(kind: impl Into<String>, connection: impl Into<String>, payload: Payload) -> Self {
        Self {
            connection: kind.into(),
            ext_idp_conn_identifier: connection.into(),
            payload,
            options: SignInByMobileOptions::default(),
        }
    }
}

/// The member that holds the payload of a kind of connection: `wechat_mini_program_code` has `wechatMiniProgramCodePayload`.
fn payload_name(kind: &str) -> String {
    // Two kinds are written in another way than by this rule.
    let kind = match kind {
        "linkedin" => "linked_in",
        "dingtalk" => "ding_talk",
        kind => kind,
    };
    let mut name = String::with_capacity(kind.len() + 7);
    for (index, word) in kind.split('_').enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if index > 0 => name.extend(first.to_uppercase()),
            first => name.extend(first),
        }
        name.push_str(letters.as_str());
    }
    name + "Payload"
}

impl Operation for SignInByMobile {
    type Needs = needs::Application;
    type Response = TokenSetResponse;

    const NAME: &'static str = "signInByMobile";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/signin-by-mobile", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.connection.insert_into("connection", to);
        self.ext_idp_conn_identifier.insert_into("extIdpConnidentifier", to);
        let payload = match &self.payload {
            Payload::Code(code) => to.object(|payload| code.insert_into("code", payload)),
            Payload::AccessToken(token) => to.object(|payload| token.insert_into("access_token", payload)),
            Payload::Wechat(login) => to.object(|payload| login.insert_fields(payload)),
            Payload::CodeAndPhone { login, phone_code } => to.object(|payload| {
                login.insert_into("wxLoginInfo", payload);
                payload.insert_object("wxPhoneInfo", |phone| phone_code.insert_into("code", phone));
            }),
            Payload::Json(json) => to.json(&json.0),
        };
        to.insert_owned(payload_name(&self.connection), payload);
        to.insert_object_unless_empty("options", |options| self.options.insert_fields(options));
        to.insert_client_secret();
    }
}

#[cfg(test)]
mod tests {
    use super::payload_name;

    #[test]
    fn payload_is_named_after_its_connection() {
        for (kind, name) in [
            ("wechat", "wechatPayload"),
            ("wechat_mini_program_code_and_phone", "wechatMiniProgramCodeAndPhonePayload"),
            ("wechatwork_agency", "wechatworkAgencyPayload"),
            ("lark_public", "larkPublicPayload"),
            ("linkedin", "linkedInPayload"),
            ("dingtalk", "dingTalkPayload"),
        ] {
            assert_eq!(payload_name(kind), name);
        }
    }
}
