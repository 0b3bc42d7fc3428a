//! The typings as the package has them: without layout. Comments, which an editor shows, stay as they are.

/// The characters that stand as well without spaces around them.
const PUNCTUATION: [char; 8] = ['|', '&', '=', '{', '}', ':', ';', ','];

/// The same declarations. A comment has lines of its own, and no text in quotation marks has spaces.
pub(super) fn without_layout(typings: &str) -> String {
    let lines = typings.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .flat_map(|line| [if line.starts_with("/*") { line.to_owned() } else { squeezed(line) }, "\n".to_owned()])
        .collect()
}

fn squeezed(line: &str) -> String {
    PUNCTUATION.iter().fold(line.to_owned(), |line, mark| {
        let mark = mark.to_string();
        line.replace(&(mark.clone() + " "), &mark).replace(&format!(" {mark}"), &mark)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_loses_its_layout_and_the_comments_nothing() {
        let typings = "class A {\n  /** one: two, or {three} */\n  get(a: B | C, d?: string): void;\n\n}\n";
        assert_eq!(without_layout(typings), "class A{\n/** one: two, or {three} */\nget(a:B|C,d?:string):void;\n}\n");
    }
}
