/** Drawing once a frame at most. */

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
