//! docs/migrating.md: what it says of the calls, and of the tokens, of both generations.

mod rows;
mod tokens;
