//! All passwords of a request are encrypted, or none; the caller's values stay as they are.

use authing_core::application::TokenSet;
use authing_core::v3::management::{CreateUsersBatch, NewUser, UpdateUser, UserChange};
use authing_core::v3::{
    DeleteAccountProof, PasswordEncryption, ResetPassword, SignIn, SignUp, SignUpOptions, UpdatePassword,
    VerifyDeleteAccountRequest,
};
use authing_core::{
    ApplicationConfig, AuthenticationClient, Call, CallContext, ManagementConfig, ManagementContext, Operation,
    PublicKey,
};
use serde_json::{Value, json};

use super::{context, done};
use crate::catalogue::{OLD_PASSWORD, PASSWORD};
use crate::support::answers::json_body;
use crate::support::{Answer, SEED, ScriptedService, USER, run};

fn system() -> Answer {
    json_body(&json!({ "rsa": { "publicKey": PublicKey::PUBLIC_SERVICE }, "sm2": { "publicKey": SM2 } }))
}

/// The generator of the curve (GM/T 0003.5): the key of the number 1.
const SM2: &str = "0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7\
                   bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0";

/// The body that an operation sends, after the service's keys were read.
fn sent_encrypted<O: Operation>(context: impl Into<CallContext>, operation: O) -> Value {
    let service = ScriptedService::answering(|sent| match &sent.uri {
        uri if uri.ends_with("/api/v3/system") => system(),
        uri if uri.ends_with("/get-management-token") => done(&json!({ "access_token": "t", "expires_in": 7200 })),
        _ => done(&Value::Null),
    });
    let _null_is_no_response = run(&service, Call::new(context, operation));
    serde_json::from_slice(&service.sent().last().unwrap().body).unwrap()
}

/// Every password is a ciphertext, and the request says so as often as it should.
fn assert_encrypted(body: &Value, names: usize, passwords: usize, encryption: &str) {
    let text = body.to_string();
    assert!(!text.contains(PASSWORD) && !text.contains(OLD_PASSWORD), "{text}");
    assert_eq!(text.matches(&format!(r#""passwordEncryptType":"{encryption}""#)).count(), names, "{text}");
    let is_cipher = |text: &str| text.len() >= 172 && !text.starts_with("e30");
    assert_eq!(text.split('"').filter(|text| is_cipher(text)).count(), passwords, "{text}");
}

fn every_request_with_passwords(encryption: PasswordEncryption, name: &str) {
    let app = || context(encryption);
    let user = || app().for_user(TokenSet::from_access_token("t"));
    assert_encrypted(&sent_encrypted(&app(), SignIn::account("bob", PASSWORD)), 1, 1, name);
    assert_encrypted(&sent_encrypted(&app(), SignIn::ldap("bob", PASSWORD)), 1, 1, name);
    assert_encrypted(&sent_encrypted(&app(), SignUp::email("b@c.d", PASSWORD)), 1, 1, name);
    let options = SignUpOptions { password_for_phone_pass_code: Some(PASSWORD.into()), ..SignUpOptions::default() };
    assert_encrypted(&sent_encrypted(&app(), SignUp::phone_code("1", "2").with_options(options)), 1, 1, name);
    assert_encrypted(&sent_encrypted(&app(), ResetPassword::new(PASSWORD, "t")), 1, 1, name);
    let update = UpdatePassword { old_password: Some(OLD_PASSWORD.into()), ..UpdatePassword::new(PASSWORD) };
    assert_encrypted(&sent_encrypted(&user(), update), 1, 2, name);
    let proof = DeleteAccountProof::Password(PASSWORD.into());
    assert_encrypted(&sent_encrypted(&user(), VerifyDeleteAccountRequest::new(proof)), 1, 1, name);
    let config = ManagementConfig::new("k", "s").unwrap().with_password_encryption(encryption);
    let management = ManagementContext::new(config, &SEED);
    let new = NewUser { password: Some(PASSWORD.into()), ..NewUser::default() };
    assert_encrypted(&sent_encrypted(&management, CreateUsersBatch::new([new.clone(), new])), 1, 2, name);
    let change = UserChange { password: Some(PASSWORD.into()), ..UserChange::default() };
    assert_encrypted(&sent_encrypted(&management, UpdateUser::new(USER, change)), 1, 1, name);
}

#[test]
fn rsa_encrypts_every_password_of_a_request() {
    every_request_with_passwords(PasswordEncryption::Rsa, "rsa");
}

#[cfg(feature = "sm2")]
#[test]
fn sm2_encrypts_every_password_of_a_request() {
    every_request_with_passwords(PasswordEncryption::Sm2, "sm2");
}

#[cfg(feature = "sm2")]
#[test]
fn sm2_ciphertext_is_lowercase_c1c3c2_without_its_mark() {
    let body = sent_encrypted(&context(PasswordEncryption::Sm2), SignIn::account("bob", "pw123456"));
    let cipher = body["passwordPayload"]["password"].as_str().unwrap();
    assert_eq!(cipher.len(), 208, "2 · (64 + 32 + 8) digits");
    assert!(cipher.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')));
}

#[test]
fn key_is_read_once_for_all_clients() {
    let service = ScriptedService::answering(|sent| match &sent.uri {
        uri if uri.ends_with("/system") => system(),
        _ => done(&json!({ "access_token": "t" })),
    });
    let config = super::config().with_password_encryption(PasswordEncryption::Rsa);
    let client = AuthenticationClient::from_parts(config, service.clone(), &SEED);
    let sign_in = SignIn::account("bob", PASSWORD);
    client.sign_in(sign_in.clone()).unwrap();
    client.clone().sign_in(sign_in.clone()).unwrap();
    assert_eq!(service.sent().iter().filter(|sent| sent.uri.ends_with("/system")).count(), 1);
    let [one, other] = [1, 2].map(|at| service.sent()[at].text());
    assert_ne!(one, other, "the caller's value was not replaced, and is encrypted anew");
}

#[test]
fn limit_is_the_modulus_and_nothing_is_sent_beyond_it() {
    let service = ScriptedService::scripted([system()]);
    let error = run(&service, Call::new(&context(PasswordEncryption::Rsa), SignIn::account("b", "p".repeat(118))));
    assert_eq!(error.unwrap_err().to_string(), "argument `password` is longer than 117 bytes of UTF-8");
    assert_eq!(service.sent().len(), 1);
}

#[test]
fn password_is_not_sent_readable_over_plain_http() {
    let client = |host: &str| {
        let service = ScriptedService::answering(|_| done(&json!({ "access_token": "t" })));
        let config = ApplicationConfig::new("app", host).unwrap();
        AuthenticationClient::from_parts(config, service, &SEED).sign_in(SignIn::account("bob", PASSWORD))
    };
    assert_eq!(client("http://sso.example.com").unwrap_err().argument(), Some("password"));
    for host in ["https://sso.example.com", "http://127.0.0.1:5510", "http://[::1]:5510", "http://localhost:5510"] {
        assert!(client(host).is_ok(), "{host}");
    }
}

/// The other library wants C1C2C3, with the mark of C1, and the private key: that of the generator is 1.
#[cfg(feature = "sm2")]
#[test]
fn another_library_decrypts_sm2() {
    let body = sent_encrypted(&context(PasswordEncryption::Sm2), SignIn::account("bob", "密码 pw123456"));
    let hex = body["passwordPayload"]["password"].as_str().unwrap();
    let digits = |at: usize| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap();
    let cipher: Vec<u8> = (0..hex.len() / 2).map(digits).collect();
    let (point, hash, message) = (&cipher[..64], &cipher[64..96], &cipher[96..]);
    let theirs = [&[4], point, message, hash].concat();
    let key = libsm::sm2::encrypt::DecryptCtx::new(message.len(), num_bigint::BigUint::from(1_u8));
    assert_eq!(key.decrypt(&theirs).unwrap(), "密码 pw123456".as_bytes());
}
