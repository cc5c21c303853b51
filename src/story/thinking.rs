//! What is worth thinking about, and what that could do to the answer.

use super::words::{hundredths, whole_points};
use super::{NAMED, Story};
use crate::comparison::ClaimId;
use crate::decision::Verdict;
use crate::order;

impl<'a> Story<'a> {
    /// The few reasons that are most worth thinking about, the best first, each with what that could do; nothing could
    /// be seen while nothing is weighed.
    ///
    /// Once the answer is settled, what is open changes no more than how sure it is, and is left out.
    pub fn thoughts(&self) -> impl Iterator<Item = (ClaimId, Option<String>)> + use<'a> {
        let story = *self;
        let influence = move |reason: ClaimId| story.assessment[reason].influence;
        let settled = story.assessment.is_settled();
        let reasons = story.profile.reasons(story.comparison).iter().map(|reason| reason.first);
        let mut thoughts: Vec<ClaimId> = reasons
            .filter(|reason| influence(*reason) > 0.0 && !(settled && story.is_open(*reason)))
            .collect();
        order::by(&mut thoughts, |a, b| influence(*b).total_cmp(&influence(*a)));
        // What one could do is worked out for no more than are told.
        thoughts.into_iter().take(NAMED).filter_map(move |reason| {
            if story.assessment.verdict == Verdict::Unweighed {
                return Some((reason, None));
            }
            Some((reason, Some(story.could_move(reason)?)))
        })
    }

    /// What thinking about a reason could do to the number of the answer, such as "it could move the 84 by up to 7"; none
    /// where nothing of it would be seen.
    #[must_use]
    pub fn could_move(&self, reason: ClaimId) -> Option<String> {
        let favorite = self.assessment.favorite()?;
        let now = whole_points(self.assessment[favorite].chance);
        let by = |chance: f64| whole_points(chance).abs_diff(now);
        let [one, other] = self.assessment.outlook(self.comparison, self.profile, reason)?;
        let farthest = if by(one) > by(other) { one } else { other };
        let (name, number, most) = (self.alternative(favorite), self.hundredths(favorite), by(farthest));
        if most == 0 {
            None
        } else if !number.chars().all(|c| c.is_ascii_digit()) {
            Some(format!("it could bring {name} to {} of 100", hundredths(farthest)))
        } else if self.is_less_likely_than_another(favorite) {
            Some(format!("it could move the {number} of {name} by up to {most}"))
        } else {
            Some(format!("it could move the {number} by up to {most}"))
        }
    }

    /// Whether a reason has no weight yet.
    pub(super) fn is_open(&self, reason: ClaimId) -> bool {
        self.profile.weight(self.comparison, reason).is_none()
    }
}
