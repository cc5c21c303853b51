//! What day it is where the person is.

use time::OffsetDateTime;

use crate::profile::Date;

/// Today by the clock and the time zone of the system, by that of Greenwich where it does not tell its zone; none in a
/// year that has not four digits.
pub(super) fn today() -> Option<Date> {
    let now = OffsetDateTime::now_local().unwrap_or_else(|_| OffsetDateTime::now_utc());
    Date::new(u16::try_from(now.year()).ok()?, now.month().into(), now.day())
}
