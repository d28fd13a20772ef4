//! The frontend's WebAssembly and the JavaScript that starts it, by wasm-bindgen.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::{Outcome, names};

pub struct Glue {
    pub js: String,
    pub wasm: Vec<u8>,
    /// JavaScript that crates bring along, by its path in the package folder.
    pub snippets: Vec<(String, Vec<u8>)>,
}

pub fn generate(wasm: &Path) -> Outcome<Glue> {
    let failed = |error| format!("wasm-bindgen cannot use {}: {error:#}", wasm.display());
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name("campus")
        .typescript(false)
        // boot.js names the module: the default would be a file name without its hash.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.web(true).map_err(failed)?;
    let mut output = bindgen.generate_output().map_err(failed)?;

    let mut snippets: Vec<(String, Vec<u8>)> = output
        .snippets()
        .iter()
        .flat_map(|(owner, list)| {
            list.iter().enumerate().map(move |(n, js)| (format!("{owner}/inline{n}.js"), js.clone().into_bytes()))
        })
        .chain(output.local_modules().iter().map(|(path, js)| (path.clone(), js.clone().into_bytes())))
        .collect();
    snippets.sort();

    // The folder carries the hash: pages are told to keep everything in the package folder for ever.
    let all: Vec<u8> = snippets.iter().flat_map(|(_, js)| js.iter().copied()).collect();
    let folder = format!("snippets.{}", names::hash(&all));
    let js = output.js().replace("./snippets/", &format!("./{folder}/"));
    for (path, _) in &mut snippets {
        *path = format!("{folder}/{path}");
    }
    Ok(Glue { js, wasm: output.wasm_mut().emit_wasm(), snippets })
}
