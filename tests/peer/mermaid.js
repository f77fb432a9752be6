// Draws a journey with Mermaid as its own documentation shows, and says how long it took.
"use strict";

mermaid.initialize({ startOnLoad: false, maxTextSize: 5_000_000 });

const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
let drawn = 0;

window.openJourney = async (text) => {
  const stage = document.getElementById("stage");
  stage.replaceChildren();
  await frames();
  const start = performance.now();
  try {
    const { svg } = await mermaid.render(`journey-${drawn++}`, text);
    stage.innerHTML = svg;
    stage.firstElementChild.getBoundingClientRect();
  } catch (error) {
    return { error: String(error) };
  }
  const laidOut = performance.now() - start;
  await frames();
  return { laidOut, painted: performance.now() - start };
};
