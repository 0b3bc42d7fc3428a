//! The order of the module's functions. Brotli finds repetitions best at a short distance, so each function is followed by the function
//! that is most similar to it. The order has no other effect.

use std::collections::HashSet;
use std::convert::Infallible;

use anyhow::Context;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// The module with its functions in the order that compresses best.
pub(super) fn ordered(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let order = order(&bodies);
    let mut ordered = Module::new();
    Renumbering { imported, order }
        .parse_core_module(&mut ordered, Parser::new(0), module)
        .context("the module's functions could not be ordered")?;
    Ok(ordered.finish())
}

/// The indices of the bodies: the shortest first, and after each the most similar of the rest. Bodies are similar if they have runs of
/// three bytes in common.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<HashSet<&[u8]>> = bodies.iter().map(|body| body.windows(3).collect()).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by_key(|at| bodies[*at].len());
    let mut order = Vec::with_capacity(left.len());
    let mut next = 0;
    while !left.is_empty() {
        let current = left.remove(next);
        order.push(current);
        // The share of a body's runs that the current body has, in millionths.
        let similarity = |at: usize| {
            let shared = runs[at].intersection(&runs[current]).count();
            shared * 1_000_000 / (runs[at].len() + 1)
        };
        // Of equals, `max_by_key` returns the last: in reverse order, that is the shortest body.
        next = (0..left.len()).rev().max_by_key(|at| similarity(left[*at])).unwrap_or_default();
    }
    order
}

/// Writes a module with its functions in another order.
struct Renumbering {
    /// The number of imported functions, which have the first indices and keep them.
    imported: u32,
    order: Vec<usize>,
}

impl Renumbering {
    /// The new index of a function that is not imported.
    fn place(&self, function: u32) -> Option<u32> {
        let own = usize::try_from(function.checked_sub(self.imported)?).ok()?;
        let place = self.order.iter().position(|at| *at == own)?;
        Some(self.imported + u32::try_from(place).ok()?)
    }
}

impl Reencode for Renumbering {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(self.place(function).unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in &self.order {
            functions.function(types[*at]);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in self.order.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similar_functions_stand_together() {
        let bodies: [&[u8]; 5] = [b"call get, drop", b"0123456789", b"call set, drop", b"0123", b"call get"];
        assert_eq!(order(&bodies), [3, 1, 4, 0, 2]);
    }
}
