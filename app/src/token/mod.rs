//! Tokens of programs that read figures, for administrators.

pub mod api;
mod tokens_page;

pub use tokens_page::TokensPage;
