//! Whether what a person felt like before any reasons and what the reasons say agree.

use super::Story;
use super::headline::ruling;
use super::words::{first_of, or_open};
use crate::comparison::AlternativeId;
use crate::decision::{self, Freedom, Verdict};
use crate::weight::Weight;

/// So many reasons are named that would have to matter more.
const MOST: usize = 5;

impl Story<'_> {
    /// Whether reasons and gut agree, and if not, which reasons would have to weigh more for the gut to be right; none
    /// if no feeling was told, or nothing is weighed.
    #[must_use]
    pub fn gut(&self) -> Option<String> {
        let felt = self.profile.felt_like(self.comparison)?;
        if self.is_unweighed() {
            return None;
        }
        let name = self.alternative(felt);
        let standing = &self.assessment[felt];
        if let Some(mark) = standing.ruled_out_by.first() {
            return Some(format!("You felt like {name}, which is ruled out: {}.", ruling(self, *mark)));
        }
        Some(match self.assessment.leader {
            Some(_) if self.assessment.verdict == Verdict::TooClose => {
                format!("You felt like {name}; by your reasons it is too close to call.")
            }
            Some(leader) if leader == felt => format!("You felt like {name}, and your reasons agree."),
            Some(leader) => {
                let leader = self.alternative(leader);
                format!(
                    "You felt like {name}, but your reasons say {leader}. {}",
                    self.for_gut_to_be_right(felt)
                )
            }
            None if self.level().contains(&felt) => {
                format!("You felt like {name}, and your reasons come out even.")
            }
            None => format!(
                "You felt like {name}, but by your reasons others are ahead. {}",
                self.for_gut_to_be_right(felt)
            ),
        })
    }

    /// Which reasons would have to weigh more for an alternative to lead.
    fn for_gut_to_be_right(&self, felt: AlternativeId) -> String {
        let more = decision::least_moves(self.comparison, self.profile, felt, Freedom::Up);
        let Some(more) = more else {
            return "Nothing that speaks for it could weigh enough to change that.".to_owned();
        };
        let told = more.into_iter().map(|(reason, weight): (_, Weight)| {
            let now = or_open(self.profile.weight(self.comparison, reason));
            format!("{} {} (now {now})", self.reason(reason), weight.points())
        });
        let these = if told.len() == 1 { "this" } else { "these" };
        format!("For your gut to be right, {these} would have to matter more: {}.", first_of(MOST, told))
    }
}
