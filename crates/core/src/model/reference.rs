//! Identifiers and references as values of fields.

use serde_json::Value;

use super::datum::{Datum, Widget};
use super::field::{Field, Scalar};
use super::id::{EntityKind, Id, Ref, Referable};
use super::read::{ProblemKind, Reader};
use super::schema::Schema;
use super::write::Writer;

impl Scalar for Id {
    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let text = <String as Field>::read(value, reader)?;
        let id = Id::new(&text);
        if id.is_none() {
            reader.report(ProblemKind::BadId(text.chars().take(80).collect()));
        }
        id
    }
    fn write(&self, writer: &mut Writer) {
        writer.id(self.as_str());
    }
    fn schema(schema: &mut Schema) -> Value {
        schema.id()
    }
}

impl<T: Referable> Scalar for Ref<T> {
    const REFERS: bool = true;

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        <Id as Field>::read(value, reader).map(Self::from)
    }
    fn write(&self, writer: &mut Writer) {
        writer.id(self.as_str());
    }
    fn schema(schema: &mut Schema) -> Value {
        schema.id()
    }
    fn target(&self) -> Option<(EntityKind, Id)> {
        Some((T::KIND, self.id()))
    }
    fn lead_to(&mut self, id: Id) {
        *self = id.into();
    }
    const WIDGET: Option<Widget> = Some(Widget::One(T::KIND));
    fn datum(&self) -> Datum {
        Datum::One(self.id())
    }
    fn of_datum(datum: Datum) -> Option<Self> {
        if let Datum::One(id) = datum { Some(id.into()) } else { None }
    }
}
