//! `campus`: one program that serves the campus, keeps its database and answers on the command line.

// Pages are deeply nested types, which the compiler measures as a whole.
#![recursion_limit = "512"]

use std::process::ExitCode;

use clap::Parser as _;

#[cfg(test)]
mod access;
mod api;
mod cli;
mod commands;
mod config;
#[cfg(test)]
mod handing_in;
mod print;
mod roster;
mod serve;
#[cfg(test)]
mod served;
mod web;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let config = match config::Config::read() {
        Ok(config) => config,
        Err(error) => return fail(&error),
    };
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::new(&config.log))
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error),
    };
    match runtime.block_on(commands::run(cli.command, config)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(error.as_ref()),
    }
}

fn fail(error: &dyn std::error::Error) -> ExitCode {
    print::err(&format!("campus: {error}"));
    ExitCode::FAILURE
}
