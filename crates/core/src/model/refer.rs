//! References inside values: visited, led to what took the place of their entity, and removed where that is gone.

use super::any::{AnyField, AnyList, Fields, View, ViewMut};
use super::field::Known;
use super::id::{EntityKind, Id};
use super::keyed::{AnyKey, AnyMap, target};
use super::read::{ProblemKind, Reader};
use crate::merge::Merger;

/// Visits every reference inside a value.
pub fn visit(value: &dyn AnyField, visitor: &mut dyn FnMut(EntityKind, Id)) {
    match value.view() {
        View::Absent => {}
        View::Single(single) => {
            if let Some((kind, id)) = single.target() {
                visitor(kind, id);
            }
        }
        View::Fields(entity) => visit_fields(entity, visitor),
        View::Map(map, keyed_by) => {
            for (key, entity) in map.entries() {
                if let Some((kind, id)) = target(keyed_by, &key) {
                    visitor(kind, id);
                }
                visit_fields(entity.fields(), visitor);
            }
        }
        View::List(list) => list.items().for_each(|item| visit(item, visitor)),
    }
}

fn visit_fields(entity: &dyn Fields, visitor: &mut dyn FnMut(EntityKind, Id)) {
    if entity.declaration().refers {
        for (_, value) in entity.each().filter(|(field, _)| field.refers) {
            visit(value, visitor);
        }
    }
}

/// Leads references to what took the place of their entity; removes those to entities that do not exist and reports each.
/// `false` if the value itself must go.
pub fn prune(value: &mut dyn AnyField, known: &Known<'_>, reader: &mut Reader) -> bool {
    match value.view_mut() {
        ViewMut::Absent => {}
        ViewMut::Single(single) => {
            let Some((kind, id)) = single.target() else { return true };
            let Some(led_to) = known(kind, id) else {
                reader.report(ProblemKind::Dangling(kind, id));
                return false;
            };
            single.lead_to(led_to);
        }
        ViewMut::Fields(entity) => prune_fields(entity, known, reader),
        ViewMut::Map(map, keyed_by) => prune_map(map, keyed_by, known, reader),
        ViewMut::List(list) => prune_list(list, known, reader),
    }
    true
}

fn prune_fields(entity: &mut dyn Fields, known: &Known<'_>, reader: &mut Reader) {
    for (at, field) in entity.declaration().fields.iter().enumerate().filter(|(_, field)| field.refers) {
        let value = entity.field_mut(at);
        if !reader.at_field(field.name, |reader| prune(value, known, reader)) {
            value.become_absent();
        }
    }
}

fn prune_list(list: &mut dyn AnyList, known: &Known<'_>, reader: &mut Reader) {
    let led_to = |item: &dyn AnyField| match item.view() {
        View::Single(single) => single.target(),
        _ => None,
    };
    let mut led_elsewhere = false;
    list.keep(&mut |at, item| {
        let before = led_to(item);
        let stays = reader.at_index(at, |reader| prune(item, known, reader));
        led_elsewhere |= led_to(item) != before;
        stays
    });
    if led_elsewhere {
        // What took the place of an item may be in the list already.
        list.drop_repeated();
    }
}

fn prune_map(map: &mut dyn AnyMap, keyed_by: Option<EntityKind>, known: &Known<'_>, reader: &mut Reader) {
    let stays = |kind, id| known(kind, id) == Some(id);
    let mut touched = Vec::new();
    for (key, entity) in map.entries() {
        let mut changes = target(keyed_by, &key).is_some_and(|(kind, id)| !stays(kind, id));
        visit_fields(entity.fields(), &mut |kind, id| changes |= !stays(kind, id));
        if changes {
            touched.push((key, entity.clone()));
        }
    }
    let mut moved = Vec::new();
    for (key, entity) in touched {
        let (pruned, kept_under) = reader.at_key(&key.text(), |reader| {
            let under = match target(keyed_by, &key) {
                Some((kind, id)) => {
                    let under = known(kind, id);
                    if under.is_none() {
                        reader.report(ProblemKind::Dangling(kind, id));
                    }
                    under.map(AnyKey::Id)
                }
                None => Some(key),
            };
            (entity.changed(|entity| prune_fields(entity, known, reader)).0, under)
        });
        if kept_under == Some(key) {
            map.put(&key, pruned);
        } else {
            map.take(&key);
            moved.extend(kept_under.map(|under| (under, pruned)));
        }
    }
    for (key, entity) in moved {
        // What stands there stays, its blanks are filled in.
        let present = map.entity(&key).cloned();
        let joined = present.map(|present| Merger::default().both_added_entity(&*present, &*entity));
        map.put(&key, joined.unwrap_or(entity));
    }
}
