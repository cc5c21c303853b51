//! Alternatives added, renamed and deleted.

use super::change::Change;
use super::file::File;
use super::layout::group_like;
use super::node::{field, list};
use super::{Added, Refusal, ids, words};
use crate::comparison::{AlternativeId, MOST_ALTERNATIVES};
use crate::ron_text::literal;
use crate::safe_text::SafeText;

pub(super) fn add(file: &File<'_>, typed: &str) -> Result<Change, Refusal> {
    let name = words::name(typed)?;
    let count = file.comparison.alternatives().len();
    if count == MOST_ALTERNATIVES {
        return Err(Refusal::ManyAlternatives);
    }
    assert_new(file, &name, None)?;
    let (Some(items), Some(model)) =
        (file.items(file.root, "alternatives"), list(file.root, "alternatives").last())
    else {
        return Err(Refusal::OtherText);
    };
    let taken = file.comparison.alternatives().map(|(_, alternative)| alternative.id.as_str());
    let taken: Vec<&str> = taken.collect();
    let (id, is_numbered) = ids::fresh("alternative", taken.into_iter(), &name);
    let mut fields = Vec::new();
    if is_numbered || field(model, "id").is_some() {
        fields.push(format!("id: {}", literal(&id)));
    }
    fields.push(format!("name: {}", literal(&name)));
    let sides = ["pros", "cons"].into_iter().filter(|side| field(model, side).is_some());
    fields.extend(sides.map(|side| format!("{side}: []")));
    let cuts = items.insert(count, &group_like(file.text, model, &fields));
    Ok(Change { added: Some(Added::Alternative(AlternativeId(count))), ..Change::of(cuts) })
}

pub(super) fn rename(file: &File<'_>, alternative: AlternativeId, typed: &str) -> Result<Change, Refusal> {
    let node = file.alternative(alternative)?;
    let name = words::name(typed)?;
    if *name == *file.comparison[alternative].name {
        return Ok(Change::default());
    }
    assert_new(file, &name, Some(alternative))?;
    let afterwards =
        |id: AlternativeId| Some(if id == alternative { &name } else { &file.comparison[id].name });
    let mut cuts = ids::keep_alternatives(file, afterwards)?;
    cuts.extend(file.set_of_alternative(node, "name", &name));
    Ok(Change::of(cuts))
}

pub(super) fn delete(file: &File<'_>, alternative: AlternativeId) -> Result<Change, Refusal> {
    file.alternative(alternative)?;
    if file.comparison.alternatives().len() == 2 {
        return Err(Refusal::FewAlternatives);
    }
    let afterwards = |id: AlternativeId| (id != alternative).then(|| &file.comparison[id].name);
    let mut cuts = ids::keep_alternatives(file, afterwards)?;
    let items = file.items(file.root, "alternatives").ok_or(Refusal::OtherText)?;
    cuts.extend(items.remove(|item| item == alternative.0));
    let start = file.claims_before(alternative);
    let gone = start..start + file.comparison[alternative].claims().len();
    Ok(Change { gone, gone_alternative: Some(alternative), ..Change::of(cuts) })
}

/// Refuses a name that looks like that of another alternative.
fn assert_new(file: &File<'_>, name: &SafeText, own: Option<AlternativeId>) -> Result<(), Refusal> {
    let look = name.look();
    let mut others = file.comparison.alternatives().filter(|(id, _)| Some(*id) != own);
    if others.any(|(_, other)| other.name.look() == look) { Err(Refusal::SameName) } else { Ok(()) }
}
