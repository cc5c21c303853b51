//! People side by side: profiles and presets, what divides them, and the least that one would have to give up.

use crate::comparison::{ClaimId, Comparison};
use crate::explorer::{Command, Cursor, Effect, Explorer, Extent, Layer, Motion, Next, Notice};
use crate::profile::{Profile, ProfileName};
use crate::store::ShelfItem;
use crate::story::{Several, YOU, counted};
use crate::together::{COMPANY, Divide, Part, Person, Together};

/// People side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Company {
    members: Vec<Member>,
    /// The place of the one that is looked at.
    at: usize,
    /// The chosen line: 0 for the concession, then the reasons that divide.
    line: usize,
    /// Rows of the concession that are scrolled past, where not all of it fits.
    scroll: usize,
    /// What is told of all of them: whether they agree, and the smallest concession. With many people and reasons that takes
    /// too long to be worked out for each frame.
    told: Vec<String>,
    /// What divides the one that is looked at and the one who is farthest from that; none if nobody is.
    divided: Option<Divided>,
    /// What does not divide, in a sentence for each why.
    folded: Vec<String>,
}

/// What divides two of those who take part.
#[derive(Clone, Debug, PartialEq)]
pub struct Divided {
    /// Their places among those who take part.
    pub pair: [usize; 2],
    /// What divides them.
    pub divide: Divide,
    /// How far apart they are, in a sentence.
    pub told: String,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    who: Who,
    /// Who they are and what they think.
    pub person: Person,
    /// Whether they take part, or are only seen.
    pub takes_part: bool,
}

/// Whose weights they are.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    /// Those that are open, saved or not.
    Open,
    /// A preset, by its place in the comparison.
    Preset(usize),
    /// A saved profile.
    Saved(ProfileName),
}

impl Company {
    fn new(members: Vec<Member>, at: usize, comparison: &Comparison) -> Self {
        let (told, folded) = (Vec::new(), Vec::new());
        let mut company = Self { members, at, line: 0, scroll: 0, told, divided: None, folded };
        company.count(comparison);
        company
    }

    /// All of them.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The place of the one that is looked at.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The chosen line: 0 for the concession, then the reasons that divide.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// Rows of the concession that are scrolled past.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// Whether those who take part agree, then the smallest concession, in sentences.
    #[must_use]
    pub fn told(&self) -> &[String] {
        &self.told
    }

    /// What divides the one that is looked at and the one who is farthest from that; none if nobody is.
    #[must_use]
    pub fn divided(&self) -> Option<&Divided> {
        self.divided.as_ref()
    }

    /// What does not divide, in a sentence for each why.
    #[must_use]
    pub fn folded(&self) -> &[String] {
        &self.folded
    }

    /// Those who take part.
    #[must_use]
    pub fn together<'c>(&'c self, comparison: &'c Comparison) -> Together<'c> {
        let people = self.members.iter().filter(|member| member.takes_part).map(|member| &member.person);
        Together { comparison, people: people.collect() }
    }

    /// Works out what follows from who takes part.
    fn count(&mut self, comparison: &Comparison) {
        let together = self.together(comparison);
        let several = Several { together: &together };
        let agreement = (!together.people.is_empty()).then(|| several.agreement());
        self.told = agreement.into_iter().chain(several.concession()).collect();
        self.look(comparison);
    }

    /// Works out what divides the one that is looked at and another.
    fn look(&mut self, comparison: &Comparison) {
        let together = self.together(comparison);
        let before = self.members[..self.at].iter().filter(|member| member.takes_part).count();
        let looked_at = self.members.get(self.at).filter(|member| member.takes_part).map(|_| before);
        let pair = looked_at.and_then(|one| Some([one, together.farthest_from(one)?]));
        let pair = pair.or_else(|| together.farthest());
        let several = Several { together: &together };
        let divided = pair.map(|pair| {
            let divide = together.divide(pair[0], pair[1]);
            Divided { pair, told: several.apart(pair, &divide), divide }
        });
        let folded = several.folded(divided.as_ref().map(|divided| &divided.divide));
        (self.divided, self.folded) = (divided, folded);
        self.line = self.line.min(self.parts().len());
    }

    /// The reasons that divide, in their order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        self.divided.as_ref().map_or(&[], |divided| &divided.divide.parts)
    }

    pub(in crate::explorer) fn moved(&mut self, motion: Motion, comparison: &Comparison, extent: Extent) {
        let last = self.members.len().saturating_sub(1);
        let at = match motion {
            Motion::Left => self.at.saturating_sub(1),
            Motion::Right => self.at + 1,
            Motion::Pane(place) => place,
            Motion::Up
            | Motion::Down
            | Motion::First
            | Motion::Last
            | Motion::PageUp
            | Motion::PageDown
            | Motion::To(_) => return self.moved_along(motion, extent),
        };
        if at.min(last) != self.at {
            self.at = at.min(last);
            self.look(comparison);
        }
    }

    /// Reads on as long as more is said of the concession than fits, then goes through the reasons.
    fn moved_along(&mut self, motion: Motion, extent: Extent) {
        self.scroll = self.scroll.min(extent.overflow);
        let reads = matches!(motion, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown);
        if self.line == 0 && reads {
            let scroll = motion.along(self.scroll, extent.overflow, extent);
            if scroll != self.scroll {
                self.scroll = scroll;
                return;
            }
        }
        let line = motion.along(self.line, self.parts().len(), extent);
        if line == 0 {
            // From below one comes to its end.
            self.scroll = if motion == Motion::First { 0 } else { extent.overflow };
        }
        self.line = line;
    }

    /// Lets the one that is looked at take part, or no longer; says whether that can be.
    fn toggle(&mut self, comparison: &Comparison) -> bool {
        let Some(member) = self.members.get_mut(self.at).filter(|member| !member.person.is_hidden()) else {
            return false;
        };
        member.takes_part = !member.takes_part;
        self.count(comparison);
        true
    }

    /// Opens what is looked at, at the chosen reason.
    pub(in crate::explorer) fn accept(self, explorer: &mut Explorer) -> Option<Effect> {
        if let Some(part) = self.line.checked_sub(1).and_then(|place| self.parts().get(place)) {
            let on = |face: &ClaimId| self.members[self.at].person.profile[*face].on;
            let face = part.reason.faces().find(on).unwrap_or(part.reason.first);
            explorer.cursor = Cursor::at(explorer.comparison(), face);
        }
        let next = match &self.members.get(self.at)?.who {
            Who::Open => {
                explorer.notice = Some(Notice::done("That is what is open"));
                return None;
            }
            Who::Preset(place) => Next::Preset(*place),
            Who::Saved(name) => Next::Open(name.clone()),
        };
        explorer.layer = Layer::Company(self);
        explorer.leave(next)
    }
}

impl Explorer {
    /// Lets the one that is looked at take part, or no longer, until the program ends.
    pub(in crate::explorer) fn take_part(&mut self) {
        let Layer::Company(company) = &mut self.layer else { return };
        let is_done = company.toggle(&self.document.comparison);
        let Some(Member { person, takes_part, .. }) = company.members.get(company.at) else { return };
        if is_done {
            self.taking_part.insert(person.name.clone(), *takes_part);
        } else {
            let said = format!("{} is weighing blind, and takes part once all is weighed", person.name);
            self.notice = Some(Notice::done(said));
        }
    }

    /// Asks for all profiles, to put them side by side.
    pub(in crate::explorer) fn ask_for_company(&mut self) -> Option<Effect> {
        if self.comparison().claims().len() == 0 {
            self.say_that_nothing_is_here();
            return None;
        }
        (!self.says_it_is_hidden()).then_some(Effect::Gather)
    }

    /// Puts what is open, the saved profiles and the presets side by side.
    pub(in crate::explorer) fn show_company(&mut self, items: Vec<ShelfItem>) {
        let comparison = &self.document.comparison;
        let mut members: Vec<Member> = Vec::new();
        let add = |members: &mut Vec<Member>, who, person: Person, takes_part: bool| {
            let person = person.told_apart(|name| members.iter().any(|member| member.person.name == name));
            members.push(Member { takes_part: takes_part && !person.is_hidden(), who, person });
        };
        let open = self.open.profile();
        let preset = self.open.preset().filter(|preset| *open == Profile::from_preset(comparison, preset));
        let is_new = open.name.is_none() && *open == Profile::new(comparison);
        if !is_new && preset.is_none() {
            let name = match (&open.name, self.open.preset()) {
                (Some(name), _) => name.to_string(),
                (None, Some(preset)) => format!("{}, changed", preset.name),
                (None, None) => YOU.to_owned(),
            };
            add(&mut members, Who::Open, Person::new(comparison, name, open.clone()), true);
        }
        let mut damaged = 0;
        for item in items {
            match item {
                ShelfItem::Sound(name, _) if self.open.is_saved_as(&name) => {}
                ShelfItem::Sound(name, profile) => {
                    let person = Person::new(comparison, name.to_string(), profile);
                    add(&mut members, Who::Saved(name), person, true);
                }
                ShelfItem::Damaged { .. } => damaged += 1,
            }
        }
        let people = members.len();
        let is_few = members.iter().filter(|member| member.takes_part).count() < COMPANY;
        for (place, preset) in comparison.presets().iter().enumerate() {
            add(&mut members, Who::Preset(place), Person::of_preset(comparison, preset), is_few);
        }
        for member in members.iter_mut().filter(|member| !member.person.is_hidden()) {
            let before = self.taking_part.get(&member.person.name);
            member.takes_part = before.copied().unwrap_or(member.takes_part);
        }
        if members.is_empty() {
            let notice = Notice::done("Nobody has weighed this yet");
            self.notice = Some(notice.with(Command::AskMe, "asks you"));
            return;
        }
        let of_preset = preset.and_then(|open| comparison.presets().iter().position(|one| one.id == open.id));
        let at = of_preset.map_or(0, |place| people + place);
        self.layer = Layer::Company(Company::new(members, at, comparison));
        if damaged > 0 {
            let said = format!("{} can't be read, and left out", counted(damaged, "profile"));
            self.notice = Some(Notice::problem(said));
        }
    }
}
