// On a narrow page the school stands above what can be changed: in the document too, so that keys go the way of the eye.
const narrow = window.matchMedia("(max-width: 760px)");

export function keepOrder(school, controls) {
  const order = () => narrow.matches ? controls.before(school) : school.before(controls);
  order();
  narrow.addEventListener("change", order);
}
