//! The typings of the package, without layout. Comments stay as they are, because an editor shows them.

/// The characters that need no spaces around them.
const PUNCTUATION: [char; 8] = ['|', '&', '=', '{', '}', ':', ';', ','];

/// Removes the layout. A comment must have lines of its own, and a text in quotation marks must have no spaces.
pub(super) fn without_layout(typings: &str) -> String {
    let lines = typings.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .flat_map(|line| [if line.starts_with("/*") { line.to_owned() } else { without_spaces(line) }, "\n".to_owned()])
        .collect()
}

fn without_spaces(line: &str) -> String {
    PUNCTUATION.iter().fold(line.to_owned(), |line, mark| {
        let mark = mark.to_string();
        line.replace(&(mark.clone() + " "), &mark).replace(&format!(" {mark}"), &mark)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_is_removed_from_code_and_not_from_comments() {
        let typings = "class A {\n  /** one: two, or {three} */\n  get(a: B | C, d?: string): void;\n\n}\n";
        assert_eq!(without_layout(typings), "class A{\n/** one: two, or {three} */\nget(a:B|C,d?:string):void;\n}\n");
    }
}
