import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Further than any way on the pages of the app. */
const MAX_STEPS = 120;

/** An element as a screen reader tells it: role, name and state, such as `button "Save"`. */
const TOLD = /^- [\w-]+ "(?:[^"\\]|\\.)+"/;

const IS_IN_VIEW = `(() => {
  const { top, bottom, left, right, width, height } = document.activeElement.getBoundingClientRect();
  return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
})()`;

export type Keyboard = {
  /** What has the focus, as `role "name"`; it must be in view and have a name. */
  readonly focused: () => Promise<string>;
  /** Goes on with Tab until what has the focus is told so; each element on the way must be in view and have a name. */
  readonly goTo: (told: string) => Promise<void>;
  /** The same with Shift+Tab. */
  readonly goBackTo: (told: string) => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
};

/** A visitor who uses no mouse. */
export const useKeyboard = (page: Page): Keyboard => {
  const focused = async (): Promise<string> => {
    const snapshot = await page.locator(':focus').ariaSnapshot();
    const told = TOLD.exec(snapshot)?.[0];
    if (told === undefined) throw new Error(`What has the focus has no name: ${snapshot}`);
    expect([told, await page.evaluate(IS_IN_VIEW)]).toEqual([told, true]);
    return told.slice(2);
  };
  const walk = async (key: string, told: string): Promise<void> => {
    const passed: string[] = [];
    while (passed.length < MAX_STEPS) {
      await page.keyboard.press(key);
      const here = await focused();
      if (here === told) return;
      if (here === passed[0]) break;
      passed.push(here);
    }
    throw new Error(`${key} never came to ${told}, but to ${passed.join(', ')}`);
  };
  return {
    focused,
    goTo: (told) => walk('Tab', told),
    goBackTo: (told) => walk('Shift+Tab', told),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
  };
};
