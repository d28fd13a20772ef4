//! Tells cargo that the courses are part of the program: a new file in them is a reason to build again.

#[expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]
fn main() {
    println!("cargo:rerun-if-changed=../courses");
    println!("cargo:rerun-if-changed=build.rs");
}
