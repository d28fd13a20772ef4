//! What the browser runs, on pages that have an island.

// Pages are deeply nested types, which the compiler measures as a whole.
#![recursion_limit = "512"]

use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares the islands; `boot.js` then wakes each one on the page.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
