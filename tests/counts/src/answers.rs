//! What the service is supposed to have answered.

/// A user as the service returns one: the fields that users fill in, and many that they do not.
const USER: &str = include_str!("answers/user.json");

/// The pool of the token below.
pub const POOL: &str = "59f86b4832eb28071bdd9214";

/// The user above.
pub const USER_ID: &str = "5e05bbf2d51b3761d5c71070";

/// What signs the token below.
pub const SECRET: &str = "the secret of the benches";

/// A user's token that expires in the year 2100.
pub const TOKEN: &str = concat!(
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
    ".eyJkYXRhIjp7ImVtYWlsIjoiYm9iQGV4YW1wbGUuY29tIiwiaWQiOiI1ZTA1YmJmMmQ1MWIzNzYxZDVjNzEwNzAiLCJjbGllbnRJZCI6",
    "IjU5Zjg2YjQ4MzJlYjI4MDcxYmRkOTIxNCIsInVuaW9uaWQiOm51bGx9LCJpYXQiOjE2MDAwMDAwMDAsImV4cCI6NDEwMjQ0NDgwMH0",
    ".mcDguV3SEA3fjNUkBc1DjbDy2upSBBFuI_aCBv7Sna4",
);

/// To the query `user`.
pub fn user() -> String {
    format!(r#"{{"data":{{"user":{USER}}}}}"#)
}

/// To the mutation `login`.
pub fn login() -> String {
    let user = USER.replace(r#""token":null"#, &format!(r#""token":"{TOKEN}""#));
    format!(r#"{{"data":{{"login":{user}}}}}"#)
}
