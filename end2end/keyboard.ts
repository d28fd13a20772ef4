// The keyboard alone, as somebody without a mouse goes: from one thing to the next, and on.
import type { Page } from "@playwright/test";
import { settled } from "./page";

/** Goes on by the Tab key until the element has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 300; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way by keyboard to ${selector}`);
}

/** Presses Enter on what leads to another page. */
export async function enter(page: Page): Promise<void> {
  const answered = page.waitForEvent("framenavigated");
  await page.keyboard.press("Enter");
  await answered;
  await settled(page);
}

export async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(text);
}
