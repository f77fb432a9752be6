//! Reading values: where one is gone with its view, there is nothing, `false`, an empty list.
//!
//! Who reads such a value draws for a page that nobody sees any more; what that becomes does not matter, as long as the
//! program goes on. Handlers, which change things, do not run at all by then (`handlers.rs`).

use leptos::prelude as library;
use leptos::prelude::Callable;

/// Reading a copy, and following it.
pub trait Get {
    /// What is read.
    type Value;

    /// The value. Reactive.
    fn get(&self) -> Self::Value;
}

impl<T> Get for T
where
    T: library::Get,
    T::Value: Default,
{
    type Value = T::Value;

    fn get(&self) -> Self::Value {
        library::Get::try_get(self).unwrap_or_default()
    }
}

/// Reading a copy.
pub trait GetUntracked {
    /// What is read.
    type Value;

    /// The value.
    fn get_untracked(&self) -> Self::Value;
}

impl<T> GetUntracked for T
where
    T: library::GetUntracked,
    T::Value: Default,
{
    type Value = T::Value;

    fn get_untracked(&self) -> Self::Value {
        library::GetUntracked::try_get_untracked(self).unwrap_or_default()
    }
}

/// Reading a copy, where it matters whether there is one.
pub trait TryGetUntracked {
    /// What is read.
    type Value;

    /// The value; `None` where it is gone.
    fn try_get_untracked(&self) -> Option<Self::Value>;
}

impl<T: library::GetUntracked> TryGetUntracked for T {
    type Value = T::Value;

    fn try_get_untracked(&self) -> Option<Self::Value> {
        library::GetUntracked::try_get_untracked(self)
    }
}

/// Reading a copy of a value nobody follows, where it matters whether there is one.
pub trait TryGetValue {
    /// What is read.
    type Value;

    /// The value; `None` where it is gone.
    fn try_get_value(&self) -> Option<Self::Value>;
}

impl<T: library::GetValue> TryGetValue for T {
    type Value = T::Value;

    fn try_get_value(&self) -> Option<Self::Value> {
        library::GetValue::try_get_value(self)
    }
}

/// Reading in place, and following it.
pub trait With {
    /// What is read.
    type Value: ?Sized;

    /// What `read` makes of the value. Reactive.
    fn with<U: Default>(&self, read: impl FnOnce(&Self::Value) -> U) -> U;
}

impl<T: library::With> With for T {
    type Value = T::Value;

    fn with<U: Default>(&self, read: impl FnOnce(&Self::Value) -> U) -> U {
        self.try_with(read).unwrap_or_default()
    }
}

/// Reading in place.
pub trait WithUntracked {
    /// What is read.
    type Value: ?Sized;

    /// What `read` makes of the value.
    fn with_untracked<U: Default>(&self, read: impl FnOnce(&Self::Value) -> U) -> U;
}

impl<T: library::WithUntracked> WithUntracked for T {
    type Value = T::Value;

    fn with_untracked<U: Default>(&self, read: impl FnOnce(&Self::Value) -> U) -> U {
        self.try_with_untracked(read).unwrap_or_default()
    }
}

/// Reading a copy of a value nobody follows.
pub trait GetValue {
    /// What is read.
    type Value;

    /// The value.
    fn get_value(&self) -> Self::Value;
}

impl<T> GetValue for T
where
    T: library::GetValue,
    T::Value: Default,
{
    type Value = T::Value;

    fn get_value(&self) -> Self::Value {
        library::GetValue::try_get_value(self).unwrap_or_default()
    }
}

/// Reading a value in place that nobody follows.
pub trait WithValue {
    /// What is read.
    type Value: ?Sized;

    /// What `read` makes of the value.
    fn with_value<U: Default>(&self, read: impl FnOnce(&Self::Value) -> U) -> U;
}

impl<T: library::WithValue> WithValue for T {
    type Value = T::Value;

    fn with_value<U: Default>(&self, read: impl FnOnce(&Self::Value) -> U) -> U {
        self.try_with_value(read).unwrap_or_default()
    }
}

/// Something of a view that can be called.
pub trait Run<In: 'static, Out: 'static> {
    /// Calls it.
    fn run(&self, input: In) -> Out;
}

impl<T, In: 'static, Out: Default + 'static> Run<In, Out> for T
where
    T: Callable<In, Out>,
{
    fn run(&self, input: In) -> Out {
        self.try_run(input).unwrap_or_default()
    }
}
