//! The map as pixels: the browser draws the SVG, at double size.

use std::time::Duration;

use crosslane_core::format::embedded;
use crosslane_core::model::Workspace;
use crosslane_words::ui::sharing as words;
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::app::{Shared, State};
use crate::reactive::prelude::*;

/// Pixels for a unit of the map.
const SCALE: f64 = 2.0;
/// The longest side that browsers draw, in pixels.
const LONGEST: f64 = 16_000.0;
/// How long the browser may take to make the picture.
const PATIENCE: Duration = Duration::from_secs(15);
/// The most pixels that they draw: what a telephone has room for.
const MOST: f64 = 64_000_000.0;

#[wasm_bindgen]
extern "C" {
    /// `HTMLImageElement`.
    #[wasm_bindgen(extends = web_sys::Element)]
    type Image;
    #[wasm_bindgen(method, setter, js_name = src)]
    fn set_source(this: &Image, address: &str);
    #[wasm_bindgen(method)]
    fn decode(this: &Image) -> Promise;
    #[wasm_bindgen(method, getter, js_name = naturalWidth)]
    fn width(this: &Image) -> f64;
    #[wasm_bindgen(method, getter, js_name = naturalHeight)]
    fn height(this: &Image) -> f64;

    /// `HTMLCanvasElement`.
    #[wasm_bindgen(extends = web_sys::Element)]
    type Canvas;
    #[wasm_bindgen(method, setter, js_name = width)]
    fn set_width(this: &Canvas, pixels: f64);
    #[wasm_bindgen(method, setter, js_name = height)]
    fn set_height(this: &Canvas, pixels: f64);
    #[wasm_bindgen(method, js_name = getContext)]
    fn context(this: &Canvas, kind: &str) -> Option<Pencil>;
    #[wasm_bindgen(method, catch, js_name = toBlob)]
    fn hand_over(this: &Canvas, take: &Function) -> Result<(), JsValue>;

    /// `CanvasRenderingContext2D`.
    type Pencil;
    #[wasm_bindgen(method, catch, js_name = drawImage)]
    fn draw(this: &Pencil, image: &Image, x: f64, y: f64, width: f64, height: f64) -> Result<(), JsValue>;
}

/// Draws the SVG, puts the workspace into the picture and hands that over.
pub fn save(state: State, svg: String, workspace: Shared<Workspace>, give: impl FnOnce(&[u8]) + 'static) {
    spawn_local(async move {
        let drawn = draw(&svg).await.ok();
        match drawn.and_then(|png| embedded::into_png(&png, &workspace).ok()) {
            Some(png) => give(&png),
            None => state.toast(words::NO_PICTURE),
        }
    });
}

async fn draw(svg: &str) -> Result<Vec<u8>, JsValue> {
    let image: Image = document().create_element("img")?.unchecked_into();
    // From an address of this kind alone the browser lets the page have the pixels back.
    let encoded: String = js_sys::encode_uri_component(svg).into();
    image.set_source(&["data:image/svg+xml,", &encoded].concat());
    JsFuture::from(image.decode()).await?;
    let (width, height) = (image.width(), image.height());
    let scale = SCALE.min(LONGEST / width.max(height)).min((MOST / (width * height)).sqrt());
    let canvas: Canvas = document().create_element("canvas")?.unchecked_into();
    let (width, height) = ((width * scale).round(), (height * scale).round());
    canvas.set_width(width);
    canvas.set_height(height);
    let pencil = canvas.context("2d").ok_or(JsValue::NULL)?;
    pencil.draw(&image, 0.0, 0.0, width, height)?;
    let blob = JsFuture::from(Promise::new(&mut |resolve, reject| {
        let (late, refused) = (reject.clone(), reject.clone());
        let take = Closure::once_into_js(move |blob: JsValue| {
            // No blob says that there was no room for the picture.
            drop(if blob.is_null() { reject.call0(&blob) } else { resolve.call1(&JsValue::NULL, &blob) });
        });
        // Some browsers neither answer nor refuse where there is no room.
        after_always(PATIENCE, move || drop(late.call0(&JsValue::NULL)));
        if canvas.hand_over(take.unchecked_ref()).is_err() {
            drop(refused.call0(&JsValue::NULL));
        }
    }))
    .await?;
    let blob: web_sys::Blob = blob.dyn_into()?;
    Ok(Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?).to_vec())
}
