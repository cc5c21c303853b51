//! What was said: on the last page with what follows and what is open, and on the way there.

use ratatui::text::Line;

use super::{AskMe, Page, Room, indented};
use crate::comparison::ClaimId;
use crate::decision::Verdict;
use crate::explorer::{Command, Conversation, Ending, Rest};
use crate::keymap;
use crate::story::sentence;
use crate::view::scroll::Hold;
use crate::view::text;
use crate::weight::Weight;

/// From so many rows inside on, there is room for what was said so far.
const HIGH: usize = 24;

/// So many names of reasons that are open in the end.
const MOST_OPEN: usize = 12;

impl AskMe<'_> {
    /// What was said, what follows, and what is open.
    pub(super) fn ending(&self, ending: &Ending, room: Room) -> Page {
        let story = self.explorer.story();
        let mut body = self.strong("What you said", room);
        body.extend(self.said(ending.conversation(), room));
        body.push(Line::raw(""));
        body.extend(self.strong("What follows", room));
        let follows = match story.assessment.verdict {
            Verdict::Unweighed if self.explorer.is_blind() => {
                let key = keymap::key_for(self.layer, Command::Blind);
                let shows = key.map_or_else(String::new, |key| format!("; {key} shows it"));
                sentence(&format!("It is hidden until all is weighed{shows}"))
            }
            Verdict::Unweighed => "Nothing yet, since nothing is weighed.".to_owned(),
            Verdict::Clear
            | Verdict::Solid
            | Verdict::Leaning
            | Verdict::TooClose
            | Verdict::Tie
            | Verdict::NoneAcceptable => story.headline().in_sentences(),
        };
        body.extend(indented(&follows, room));
        // Where it is even there is a case for each, else what the answer rests on comes first.
        let told = if story.assessment.verdict == Verdict::Tie { 2 } else { 1 };
        for fact in story.why().into_iter().take(told) {
            body.extend(indented(&fact.sentence(&story), room));
        }
        body.extend(story.gut().into_iter().flat_map(|gut| indented(&gut, room)));
        body.push(Line::raw(""));
        body.extend(self.strong("What is open", room));
        let open = self.explorer.open_reasons();
        body.extend(match open.as_slice() {
            [] => indented("Nothing: everything that counts has a weight.", room),
            open => indented(&sentence(&story.names(open, MOST_OPEN)), room),
        });
        Page {
            title: "Ask me \u{b7} done".to_owned(),
            head: Vec::new(),
            body,
            hold: Hold::Offset(ending.scroll()),
            spots: Vec::new(),
        }
    }

    /// What was said last, where a high screen has room for it under so many lines.
    pub(super) fn so_far(&self, conversation: &Conversation, room: Room, used: usize) -> Vec<Line<'static>> {
        let given = self.given(conversation, room);
        // A heading and a blank line on each side, then the keys.
        let spare = room.height.saturating_sub(used + 5);
        if room.height < HIGH || given.is_empty() || spare == 0 {
            return Vec::new();
        }
        let last = given.len().saturating_sub(spare);
        let mut lines = vec![Line::raw("")];
        lines.extend(self.strong("What you said so far", room));
        lines.extend(given.into_iter().skip(last));
        lines
    }

    /// Each reason with the weight that it was given.
    fn given(&self, conversation: &Conversation, room: Room) -> Vec<Line<'static>> {
        let picked = conversation.picked().iter().enumerate();
        let picked = picked.map(|(place, reason)| (*reason, conversation.weight_at(place)));
        let answered = conversation.asked().iter().filter_map(|(reason, answer)| Some((*reason, (*answer)?)));
        let line = |(reason, weight): (ClaimId, Weight)| {
            let name = text::fitted(&self.explorer.story().row(reason), room.width.saturating_sub(5));
            Line::raw(format!("  {name} {:>2}", weight.points()))
        };
        picked.chain(answered).map(line).collect()
    }

    /// All that was said.
    fn said(&self, conversation: &Conversation, room: Room) -> Vec<Line<'static>> {
        let mut lines = self.given(conversation, room);
        if conversation.rest() == Rest::MattersLittle {
            let little = conversation.little().points();
            lines.extend(indented(&format!("What was open matters little: {little} for each."), room));
        }
        if lines.is_empty() {
            lines.extend(indented("Nothing this time, so nothing has changed.", room));
        }
        lines
    }
}
