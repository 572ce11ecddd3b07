// What one page hands to the next in the same tab, once.
export const HANDED_OVER = "handed-over";

export function handedOver() {
  try {
    const said = JSON.parse(sessionStorage.getItem(HANDED_OVER));
    sessionStorage.removeItem(HANDED_OVER);
    return said;
  } catch { return null; }
}
