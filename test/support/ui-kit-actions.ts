import type { UiKitPage } from './ui-kit-host';
import { findNodes, textOf, type UiKitNode } from './ui-kit-node';

const BUTTONS = ['Button', 'LoadingButton'] as const;

/** The only button with that text. @throws {Error} when there is none or more than one */
export const buttonNamed = (page: UiKitPage, label: string): UiKitNode => {
  const [button, ...others] = buttonsNamed(page, label);
  if (button === undefined || others.length > 0) throw new Error(`There is not one button "${label}".`);
  return button;
};

export const buttonsNamed = (page: UiKitPage, label: string): readonly UiKitNode[] =>
  BUTTONS.flatMap((type) => page.findAll(type)).filter((button) => textOf(button) === label);

export const press = (page: UiKitPage, label: string): Promise<void> => page.fire(buttonNamed(page, label), 'onClick');

/** UI Kit puts something of its own before ids. */
const isNamed =
  (id: string) =>
  (name: unknown): boolean =>
    typeof name === 'string' && (name === id || name.endsWith(`-${id}`));

/** The only element with that id, of fields and the like. @throws {Error} when there is none */
export const fieldOf = (page: UiKitPage, id: string): UiKitNode => {
  const fields = ['Textfield', 'TextArea', 'Toggle', 'Select', 'RadioGroup'].flatMap((type) => page.findAll(type));
  const field = fields.find(({ props }) => [props['id'], props['inputId'], props['name']].some(isNamed(id)));
  if (field === undefined) throw new Error(`There is no field "${id}".`);
  return field;
};

export const type = (page: UiKitPage, id: string, value: string): Promise<void> =>
  page.fire(fieldOf(page, id), 'onChange', { target: { value } });

/** The form in which a field stands. @throws {Error} when it stands in none */
export const formOf = (page: UiKitPage, id: string): UiKitNode => {
  const form = page
    .findAll('Form')
    .find((candidate) => findNodes(candidate, 'Textfield').some(({ props }) => isNamed(id)(props['id'])));
  if (form === undefined) throw new Error(`The field "${id}" is in no form.`);
  return form;
};

/** Sends the form in which a field stands, as Enter does. */
export const submit = (page: UiKitPage, id: string): Promise<void> => page.fire(formOf(page, id), 'onSubmit');

/** What a page gives as a prop stays an element of React. */
const isElement = (value: unknown): value is Pick<UiKitNode, 'type' | 'props'> =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'props' in value;

/** Presses “Try again” of the only message that offers it. */
export const retry = (page: UiKitPage): Promise<void> => {
  const [action, ...others] = page
    .findAll('SectionMessage')
    .flatMap(({ props }): readonly unknown[] => (Array.isArray(props['actions']) ? props['actions'] : []))
    .filter(isElement);
  if (action === undefined || others.length > 0) throw new Error('There is not one thing to try again.');
  return page.fire({ ...action, children: [] }, 'onClick');
};

const findTable = (page: UiKitPage, label: string): UiKitNode | undefined =>
  page.findAll('DynamicTable').find(({ props }) => props['label'] === label);

export const hasTable = (page: UiKitPage, label: string): boolean => findTable(page, label) !== undefined;

/** The texts of the cells of each row, of the table with that name. */
export const rowsOf = (page: UiKitPage, label: string): readonly (readonly string[])[] => {
  const table = findTable(page, label);
  if (table === undefined) throw new Error(`There is no table "${label}".`);
  return findNodes(table, 'Row').map((row) => row.children.map(textOf));
};
