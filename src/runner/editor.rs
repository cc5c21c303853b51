//! The person's own editor: which it is, how it is told the line, and how it ended.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use super::tty;
use crate::program::Edit;

/// The editor where the person names none.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// What a shell ends with if there is no such program.
const NOT_FOUND: i32 = 127;

/// The person's editor: a command, which may have arguments.
#[derive(Debug)]
pub(super) struct Editor(OsString);

impl Editor {
    /// As `VISUAL` says, else `EDITOR`.
    pub(super) fn of_the_person() -> Self {
        let said = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os).find_map(|said| Self::of(&said));
        said.unwrap_or_else(|| Self(USUAL.into()))
    }

    /// As it is said, without the blanks around it; none if that is nothing.
    fn of(said: &OsStr) -> Option<Self> {
        let said = said.to_str().map_or(said, |said| OsStr::new(said.trim()));
        (!said.is_empty()).then(|| Self(said.to_owned()))
    }

    /// What starts it with a file at a line.
    pub(super) fn command(&self, edit: &Edit) -> Command {
        let mut command = self.program();
        command.args(self.arguments(edit)).stdin(tty::keys_for_another());
        command
    }

    /// The program with the arguments that the person says.
    fn program(&self) -> Command {
        let said = self.0.to_string_lossy();
        if self.is_for_the_shell() {
            // The shell does not die of what Ctrl-C sends, and so does not end before the editor.
            let mut script = OsString::from("trap : INT QUIT; ");
            script.push(&self.0);
            script.push(r#" "$@""#);
            let mut command = Command::new("sh");
            command.arg("-c").arg(script).arg(&self.0);
            return command;
        }
        // The path of a program on Windows may well have blanks.
        let is_one_word = cfg!(windows) && Path::new(&self.0).is_file();
        let (word, more) =
            said.split_once(char::is_whitespace).filter(|_| !is_one_word).unwrap_or((&said, ""));
        let mut command = Command::new(word);
        command.args(more.split_whitespace());
        command
    }

    /// Whether it has quotes and the like, which the shell reads best, and nobody on Windows.
    ///
    /// Without need there is no shell between us and the editor, because one need not notice that the editor stops.
    fn is_for_the_shell(&self) -> bool {
        let is_sign = |byte: &u8| b"|&;<>()$`\\\"'*?[]#~=%\n".contains(byte);
        cfg!(unix) && (self.0.to_str().is_none() || self.0.as_encoded_bytes().iter().any(is_sign))
    }

    /// The file, and the line in the way of those editors that are known to take one.
    fn arguments(&self, Edit { file, line }: &Edit) -> Vec<OsString> {
        let file = as_no_option(file);
        let file_and_line = || {
            let mut both = file.clone().into_os_string();
            both.push(format!(":{line}"));
            both
        };
        match self.name().as_str() {
            "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "micro" | "kak" => {
                vec![format!("+{line}").into(), file.into()]
            }
            "hx" | "helix" => vec![file_and_line()],
            "code" | "codium" => vec!["--goto".into(), file_and_line()],
            _ => vec![file.into()],
        }
    }

    /// What it is called, without folders and arguments.
    fn name(&self) -> String {
        let said = self.0.to_string_lossy();
        let word = said.split_whitespace().next().unwrap_or_default();
        Path::new(word).file_stem().unwrap_or(OsStr::new(word)).to_string_lossy().into_owned()
    }

    /// How it ended, in words if that was not well.
    pub(super) fn told(&self, ended: &io::Result<ExitStatus>) -> Result<(), String> {
        let name = self.name();
        let no_such_editor = format!("There is no editor {name}; VISUAL or EDITOR says which one to start");
        match ended.as_ref().map(|status| (status.success(), status.code())) {
            Ok((true, _)) => Ok(()),
            Ok((false, Some(NOT_FOUND))) if self.is_for_the_shell() => Err(no_such_editor),
            Ok((false, Some(code))) => Err(format!("The editor {name} failed with code {code}")),
            Ok((false, None)) => Err(format!("The editor {name} was ended by a signal")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(no_such_editor),
            Err(error) => Err(format!("Can't start the editor {name}: {error}")),
        }
    }
}

/// The path of a file such that no program takes it for an option or a line.
fn as_no_option(file: &Path) -> PathBuf {
    let begins_as_option =
        file.as_os_str().as_encoded_bytes().first().is_some_and(|byte| b"-+".contains(byte));
    if begins_as_option { Path::new(".").join(file) } else { file.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(editor: &str, file: &str) -> Vec<OsString> {
        Editor(editor.into()).arguments(&Edit { file: file.into(), line: 12 })
    }

    #[test]
    fn editors_that_take_a_line_are_told_it() {
        for vi in ["vi", "vim", "/usr/bin/nvim", "nano -w", "emacs -nw", "micro", "kak", "emacsclient  -t"] {
            assert_eq!(arguments(vi, "flat.ron"), ["+12", "flat.ron"], "{vi}");
        }
        for helix in ["hx", "helix -v"] {
            assert_eq!(arguments(helix, "flat.ron"), ["flat.ron:12"], "{helix}");
        }
        for code in ["code --wait", "/opt/codium -w"] {
            assert_eq!(arguments(code, "flat.ron"), ["--goto", "flat.ron:12"], "{code}");
        }
        for other in ["ed", "env vim", "gedit -w", "'my vim'"] {
            assert_eq!(arguments(other, "flat.ron"), ["flat.ron"], "{other}");
        }
    }

    #[test]
    fn the_shell_reads_what_has_quotes_and_no_more() {
        let words = |editor: &str| -> Vec<OsString> {
            let command = Editor::of(OsStr::new(editor)).expect("an editor").program();
            [command.get_program()].into_iter().chain(command.get_args()).map(OsStr::to_owned).collect()
        };
        assert_eq!(words(" code  --wait "), ["code", "--wait"]);
        assert_eq!(words("vi"), ["vi"]);
        if cfg!(unix) {
            let script = "trap : INT QUIT; 'my vim' -f \"$@\"";
            assert_eq!(words("'my vim' -f"), ["sh", "-c", script, "'my vim' -f"]);
        }
        assert!(Editor::of(OsStr::new(" \t")).is_none());
    }

    #[test]
    fn no_file_is_taken_for_an_option() {
        let here = |file: &str| Path::new(".").join(file).into_os_string();
        assert_eq!(arguments("vi", "-c quit"), [OsString::from("+12"), here("-c quit")]);
        assert_eq!(arguments("ed", "+12"), [here("+12")]);
        assert_eq!(arguments("ed", "/-x"), ["/-x"]);
    }

    #[cfg(unix)]
    #[test]
    fn how_it_ended_is_told_unless_it_was_well() {
        use std::os::unix::process::ExitStatusExt;
        let editor = Editor("/bin/nowhere -w".into());
        let told = |status| editor.told(&Ok(ExitStatus::from_raw(status)));
        assert_eq!(told(0), Ok(()));
        assert_eq!(told(3 << 8), Err("The editor nowhere failed with code 3".to_owned()));
        assert_eq!(told(9), Err("The editor nowhere was ended by a signal".to_owned()));
        assert_eq!(told(127 << 8), Err("The editor nowhere failed with code 127".to_owned()));
        let in_shell = Editor("~/nowhere".into()).told(&Ok(ExitStatus::from_raw(127 << 8)));
        for error in [in_shell, editor.told(&Err(io::ErrorKind::NotFound.into()))] {
            assert!(error.unwrap_err().starts_with("There is no editor nowhere; "));
        }
        let error = editor.told(&Err(io::ErrorKind::PermissionDenied.into())).unwrap_err();
        assert_eq!(error, "Can't start the editor nowhere: permission denied");
    }
}
