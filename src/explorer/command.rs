//! What a key can mean.

use crate::weight::Weight;

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Move or scroll.
    Move(Motion),
    /// Switch the claim on or off.
    Toggle,
    /// Say how much the claim matters.
    Weigh(Reweigh),
    /// Make the claim essential or not.
    Essential,
    /// Switch between counting every claim and each criterion once.
    Counting,
    /// Let set weights be off by one point less.
    Narrower,
    /// Let set weights be off by one point more.
    Wider,
    /// Hide the answer until all is weighed, or show it again.
    Blind,
    /// Show everything behind the answer.
    Insight,
    /// Be asked what matters.
    AskMe,
    /// Be asked about the reason under the cursor.
    AskAboutThis,
    /// Take back what was said last.
    StepBack,
    /// Say no more.
    Enough,
    /// Type one more line into the pane.
    Add,
    /// Change what the line says.
    EditLine,
    /// Delete the line.
    DeleteLine,
    /// Note something on the line.
    Note,
    /// Change what is asked.
    Question,
    /// Show what there is to choose from.
    Alternatives,
    /// Show other comparisons.
    Files,
    /// Look for something.
    Find,
    /// Show only what counts, the heaviest first, or all lines again.
    List,
    /// Write down what was decided.
    Decide,
    /// Save the profile.
    Save,
    /// Save the profile under another name.
    SaveAs,
    /// Copy the answer.
    Copy,
    /// Write a report into a file.
    Export,
    /// Show presets and saved profiles.
    Profiles,
    /// Put profiles and presets side by side.
    Compare,
    /// Give the chosen profile another name.
    Rename,
    /// Delete the chosen profile.
    Delete,
    /// Take the last change back.
    Undo,
    /// Make the change again that was taken back.
    Redo,
    /// Show all keys and signs.
    Help,
    /// Begin a new line of the text.
    NewLine,
    /// Do what the dialog proposes.
    Accept,
    /// Go on without saving.
    Discard,
    /// Take over what another window saved.
    Reload,
    /// Write over what another window saved.
    Overwrite,
    /// Open the file of the comparison in the person's own editor.
    Editor,
    /// Stop, as other programs do on Ctrl-Z.
    Suspend,
    /// Back out one level.
    Back,
    /// Leave, asking first if something is unsaved.
    Quit,
    /// Leave; the second time without asking.
    Interrupt,
}

/// A way to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One pane to the left.
    Left,
    /// One pane to the right.
    Right,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To a line of a list by its place; in the panes to a claim by its place in the comparison.
    To(usize),
    /// To the pane of an alternative by its place.
    Pane(usize),
}

/// A way to change a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reweigh {
    /// One point more; an unset weight starts at 5.
    More,
    /// One point less; an unset weight starts at 5.
    Less,
    /// This weight.
    To(Weight),
    /// Not thought about yet.
    Unset,
}
