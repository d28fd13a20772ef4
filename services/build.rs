//! Tells cargo that the courses are part of the program: a new file in them is a reason to build again.

fn main() {
    println!("cargo:rerun-if-changed=../courses");
    println!("cargo:rerun-if-changed=build.rs");
}
