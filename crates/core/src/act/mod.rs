//! From flag to change: what the practices that connect silos do with flags, handoffs and touchpoints.
//!
//! Everything here either looks (what became of a flag, what stands on the agenda, who has no part in a
//! goal) or makes the [`Edit`](crate::edit::Edit) of a whole gesture, so that it is one step of undo.

mod agenda;
mod board;
mod committee;
mod flags;
mod goals;
mod initiatives;
mod sessions;
mod standards;
mod stories;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use agenda::{AgendaItem, agenda};
pub use board::{board, is_overdue, status_of};
pub use committee::{About, become_standard, decide};
pub use flags::{Addressed, Became, Found, addressed, find, open_flags};
pub use goals::{departments_without_part, give_part, progress};
pub use initiatives::{finish, move_to, risk_now, start};
pub use sessions::{another_cycle, become_initiative, departments_of, learn, ordered_cycles};
pub use standards::{LivedAt, Lives, lives};
pub use stories::story_at;
pub use vocabulary::{TermRow, terms};
