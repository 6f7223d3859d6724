/** Drawing once a frame at most, or once typing rests. */

/** A function that has `draw` called before the next frame, however often it is called itself. */
export function inNextFrame(draw) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };
}

/** A function that has `draw` called once it has not been called itself for so many milliseconds. */
export function atRest(draw, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(draw, milliseconds);
  };
}
