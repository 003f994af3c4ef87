import ForgeReconciler, {
  CheckboxGroup,
  I18nProvider,
  Label,
  RadioGroup,
  Select,
  Stack,
  Text,
  Textfield,
  useConfig,
  useProductContext,
  useTranslation,
} from '@forge/react';

const Macro = () => {
  const config: unknown = useConfig();
  const context = useProductContext();
  const { t } = useTranslation();
  return (
    <Stack>
      <Text>{t('macro.greeting')}</Text>
      <Text>configured: {JSON.stringify(config ?? 'not yet')}</Text>
      <Text>{context?.extension['isEditing'] === true ? 'in the editor' : 'on a page'}</Text>
      <Text>for {context?.accountId ?? 'nobody'}</Text>
    </Stack>
  );
};

const Config = () => (
  <>
    <Label labelFor="heading">Heading</Label>
    <Textfield id="heading" name="headingText" defaultValue="Untitled" />
    <RadioGroup
      name="layout"
      defaultValue="compact"
      options={[
        { label: 'Compact', value: 'compact' },
        { label: 'Full', value: 'full' },
      ]}
    />
    <Label labelFor="colour">Colour</Label>
    <Select
      inputId="colour"
      name="colour"
      options={[
        { label: 'Red', value: 'red' },
        { label: 'Blue', value: 'blue' },
      ]}
    />
    <CheckboxGroup name="parts" options={[{ label: 'Title', value: 'title' }]} />
  </>
);

ForgeReconciler.render(
  <I18nProvider>
    <Macro />
  </I18nProvider>,
);
ForgeReconciler.addConfig(<Config />);
