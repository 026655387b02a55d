//! The `pastdue` program.

fn main() {}
