//! Claims added, changed and deleted.

use super::change::{About, Change};
use super::file::{File, side};
use super::items::Items;
use super::layout::{Rows, group_like};
use super::node::{field, list};
use super::{Added, Refusal, ids, words};
use crate::comparison::{ALTERNATIVE, AlternativeId, ClaimId, MOST_CLAIMS, Polarity};
use crate::ron_text::literal;
use crate::safe_text::SafeText;
use crate::tree::{Node, Value};

pub(super) fn add(
    file: &File<'_>,
    alternative: AlternativeId,
    polarity: Polarity,
    after: Option<ClaimId>,
    typed: &str,
    gone: &[String],
) -> Result<Change, Refusal> {
    let node = file.alternative(alternative)?;
    let title = words::title(typed)?;
    if file.comparison.claims().len() == MOST_CLAIMS {
        return Err(Refusal::ManyClaims);
    }
    let own = &file.comparison[alternative];
    let (start, claims): (usize, Vec<ClaimId>) = match polarity {
        Polarity::Pro => (0, own.pros().collect()),
        Polarity::Con => (own.pros().len(), own.cons().collect()),
    };
    let after = after.and_then(|after| claims.iter().position(|claim| *claim == after));
    let place = after.map_or(claims.len(), |after| after + 1);
    let neighbors = neighbors(file, node, polarity);
    let model = match list(node, side(polarity)) {
        [] => neighbors.and_then(|(_, claims)| claims.last()),
        own => own.get(place.saturating_sub(1)),
    };
    let there = own.claims().map(|claim| file.comparison[claim].id.as_str());
    let gone = gone.iter().filter_map(|id| id.strip_prefix(own.id.as_str())?.strip_prefix('/'));
    let taken = there.chain(gone);
    let item = item(file, model, &title, &ids::fresh("claim", taken, &title));

    let fields = Items::of(file.text, node).ok_or(Refusal::OtherText)?;
    let rows = neighbors
        .and_then(|(list, _)| Items::of(file.text, list))
        .map_or_else(|| Rows::of(&fields), |neighbors| Rows::of(&neighbors));
    let cuts = match file.items(node, side(polarity)) {
        Some(items) if claims.is_empty() => items.push_all(&[item], rows),
        Some(items) => items.insert(place, &item),
        None => {
            let line = fields.places.first().map_or(0, |first| first.start);
            let list = format!("[{}]", rows.inside(file.text, line, &[item]));
            file.add_field(node, ALTERNATIVE, side(polarity), &list)
        }
    };
    let added = ClaimId(file.claims_before(alternative) + start + place);
    Ok(Change { added: Some(Added::Claim(added)), ..Change::of(cuts) })
}

/// A list after which another is laid out: that of the other side of an alternative, else the first one with claims.
fn neighbors<'n>(
    file: &File<'n>,
    node: &'n Node<'n>,
    polarity: Polarity,
) -> Option<(&'n Node<'n>, &'n [Node<'n>])> {
    let other = match polarity {
        Polarity::Pro => Polarity::Con,
        Polarity::Con => Polarity::Pro,
    };
    let all = list(file.root, "alternatives").iter().flat_map(|node| [(node, polarity), (node, other)]);
    let mut lists = std::iter::once((node, other)).chain(all);
    lists.find_map(|(node, polarity)| {
        let claims = list(node, side(polarity));
        Some((&field(node, side(polarity))?.node, claims)).filter(|_| !claims.is_empty())
    })
}

/// A claim as its model is: a bare text, or a group that says its id if it must or the other one does.
fn item(
    file: &File<'_>,
    model: Option<&Node<'_>>,
    title: &SafeText,
    (id, must_say): &(String, bool),
) -> String {
    let title_alone = literal(title);
    let model = model.filter(|model| !matches!(model.value, Value::Text(_)));
    let says_id = *must_say || model.is_some_and(|model| field(model, "id").is_some());
    let mut fields = vec![format!("title: {title_alone}")];
    if says_id {
        fields.insert(0, format!("id: {}", literal(id)));
    }
    match model {
        Some(model) => group_like(file.text, model, &fields),
        None if says_id => format!("({})", fields.join(", ")),
        None => title_alone,
    }
}

pub(super) fn retitle(file: &File<'_>, claim: ClaimId, typed: &str) -> Result<Change, Refusal> {
    let node = file.claim(claim)?;
    let title = words::title(typed)?;
    let own = &file.comparison[claim];
    if *title == *own.title {
        return Ok(Change::default());
    }
    let afterwards = |id: ClaimId| Some(if id == claim { &title } else { &file.comparison[id].title });
    let mut cuts = ids::keep_claims(file, own.alternative, afterwards)?;
    cuts.extend(file.set_of_claim(node, "title", &title));
    Ok(Change::of(cuts))
}

pub(super) fn detail(file: &File<'_>, claim: ClaimId, typed: &str) -> Result<Change, Refusal> {
    let node = file.claim(claim)?;
    let detail = words::text(typed)?;
    if *detail == *file.comparison[claim].detail {
        return Ok(Change::default());
    }
    Ok(Change::of(if detail.is_empty() {
        file.remove_field(node, "detail")
    } else {
        file.set_of_claim(node, "detail", &detail)
    }))
}

pub(super) fn topic(file: &File<'_>, claim: ClaimId, typed: &str) -> Result<Change, Refusal> {
    let node = file.claim(claim)?;
    let now = words::topic(typed)?.map(|words| match file.topic_called(&words) {
        Some(known) => About::Known(known),
        None => file.new_topic(words),
    });
    let (cuts, is_same) = match (&now, file.comparison[claim].criterion) {
        (None, before) => (file.remove_field(node, "criterion"), before.is_none()),
        (Some(About::Known(known)), Some(before)) if *known == before => (Vec::new(), true),
        (Some(about), _) => (file.set_of_claim(node, "criterion", file.word_for(about)), false),
    };
    if is_same {
        return Ok(Change::default());
    }
    Ok(Change { moved: vec![claim], about: now, ..Change::of(cuts) })
}

pub(super) fn other_side(file: &File<'_>, one: ClaimId, other: ClaimId) -> Result<Change, Refusal> {
    let nodes = [file.claim(one)?, file.claim(other)?];
    let comparison = file.comparison;
    let [a, b] = [&comparison[one], &comparison[other]];
    let can_be =
        comparison.alternatives().len() == 2 && a.alternative != b.alternative && a.polarity != b.polarity;
    if !can_be {
        return Err(Refusal::NotTwoSides);
    }
    if comparison.mirror(one) == Some(other) {
        return Ok(Change::default());
    }
    let about = file.new_topic_after(&a.title);
    let word = file.word_for(&about);
    let cuts = nodes.iter().flat_map(|node| file.set_of_claim(node, "criterion", word)).collect();
    Ok(Change { moved: vec![one, other], about: Some(about), ..Change::of(cuts) })
}

pub(super) fn delete(file: &File<'_>, claim: ClaimId) -> Result<Change, Refusal> {
    file.claim(claim)?;
    let own = &file.comparison[claim];
    let node = file.alternative(own.alternative)?;
    let afterwards = |id: ClaimId| (id != claim).then(|| &file.comparison[id].title);
    let mut cuts = ids::keep_claims(file, own.alternative, afterwards)?;
    let alternative = &file.comparison[own.alternative];
    let place = match own.polarity {
        Polarity::Pro => alternative.pros().position(|other| other == claim),
        Polarity::Con => alternative.cons().position(|other| other == claim),
    };
    let items = file.items(node, side(own.polarity));
    let (Some(place), Some(items)) = (place, items) else { return Err(Refusal::OtherText) };
    cuts.extend(items.remove(|item| item == place));
    Ok(Change { gone: claim.0..claim.0 + 1, ..Change::of(cuts) })
}
