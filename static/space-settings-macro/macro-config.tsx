import { Label, Select } from '@forge/react';

import { useMessages } from '../i18n/use-messages';
import { LAYOUTS } from './layout';

/** What whoever inserts the macro chooses. The product keeps it with the page, under the field's name. */
export const MacroConfig = () => {
  const { ready, say } = useMessages();
  if (!ready) return null;
  const [full, compact] = LAYOUTS.map((value) => ({ value, label: say(`macro.layout-${value}`) }));
  return (
    <>
      <Label labelFor="layout">{say('macro.layoutLabel')}</Label>
      <Select inputId="layout" name="layout" options={[full, compact]} defaultValue={full} />
    </>
  );
};
