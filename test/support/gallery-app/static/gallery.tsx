import { invoke, requestConfluence, router, showFlag } from '@forge/bridge';
import ForgeReconciler, {
  Badge,
  BarChart,
  Box,
  Button,
  ButtonGroup,
  Checkbox,
  CheckboxGroup,
  Code,
  CodeBlock,
  DynamicTable,
  EmptyState,
  ErrorMessage,
  Form,
  FormFooter,
  FormHeader,
  FormSection,
  Heading,
  HelperMessage,
  HorizontalBarChart,
  Icon,
  Inline,
  Label,
  LineChart,
  Link,
  LinkButton,
  List,
  ListItem,
  LoadingButton,
  Lozenge,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Pagination,
  Popup,
  Pressable,
  ProgressBar,
  Radio,
  RadioGroup,
  Range,
  RequiredAsterisk,
  SectionMessage,
  SectionMessageAction,
  Select,
  Spinner,
  Stack,
  StackBarChart,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Tag,
  TagGroup,
  Text,
  TextArea,
  Textfield,
  Toggle,
  Tooltip,
  User,
  UserGroup,
  ValidMessage,
  xcss,
} from '@forge/react';
import { useState } from 'react';

const HEAD = {
  cells: [
    { key: 'name', content: 'Name', isSortable: true },
    { key: 'pages', content: 'Pages', isSortable: true },
  ],
};
const ROWS = ['Alpha', 'Beta', 'Gamma'].map((name, index) => ({
  key: name,
  cells: [
    { key: name, content: <Text>{name}</Text> },
    { key: 3 - index, content: String(3 - index) },
  ],
}));
const DAYS = [
  ['Mon', 3, 'a'],
  ['Tue', 5, 'a'],
];

const boxed = xcss({ padding: 'space.200', backgroundColor: 'color.background.neutral' });

/** Each component once, in a place where it makes sense. */
const Gallery = () => {
  const [said, setSaid] = useState('nothing');
  const [typed, setTyped] = useState('');
  const [isModalOpen, setModalOpen] = useState(false);
  const [isPopupOpen, setPopupOpen] = useState(false);
  const say = (what: string) => () => {
    setSaid(what);
  };
  const ask = async (functionKey: string): Promise<void> => {
    try {
      setSaid(JSON.stringify(await invoke(functionKey, { a: 1 })));
    } catch (error) {
      setSaid(`refused: ${error instanceof Error ? error.message : ''}`);
    }
  };
  const fetchPages = (): void => {
    requestConfluence('/wiki/api/v2/pages').then(say('fetched'), (error: unknown) => {
      setSaid(String(error));
    });
  };
  return (
    <Stack space="space.200">
      <Text>Said: {said}</Text>
      <Inline space="space.100" shouldWrap>
        <Button onClick={say('clicked')} iconBefore="add">
          Click
        </Button>
        <Button appearance="primary" onClick={() => void ask('echo')}>
          Ask
        </Button>
        <Button onClick={() => void ask('fails')}>Ask in vain</Button>
        <Button onClick={fetchPages}>Fetch</Button>
        <Button
          onClick={() => {
            showFlag({ id: 'saved', title: 'All saved', type: 'success', isAutoDismiss: true });
          }}
        >
          Flag
        </Button>
        <Button onClick={() => void router.navigate({ target: 'spaceView', spaceKey: 'S' })}>Leave</Button>
        <LoadingButton isLoading>Loading</LoadingButton>
        <LinkButton href="/">Home</LinkButton>
        <Button
          onClick={() => {
            setModalOpen(true);
          }}
        >
          Open dialog
        </Button>
      </Inline>
      <ButtonGroup label="Group">
        <Button>One</Button>
        <Button isDisabled>Two</Button>
      </ButtonGroup>
      <Box xcss={boxed}>
        <Text>
          <Text as="strong">strong</Text> <Text as="em">em</Text> <Text as="strike">strike</Text> <Code>code</Code>{' '}
          <Link href="/">link</Link>
        </Text>
      </Box>
      <Pressable onClick={say('pressed')}>Press</Pressable>
      <Heading as="h2">Words</Heading>
      <CodeBlock text={'const a = 1;'} language="javascript" />
      <List type="unordered">
        <ListItem>first</ListItem>
        <ListItem>second</ListItem>
      </List>
      <Inline space="space.100">
        <Badge>{12}</Badge>
        <Lozenge appearance="success">open</Lozenge>
        <Icon glyph="warning" label="Warning" />
        <Spinner label="Waiting" />
        <Tooltip content="More">
          <Button>With a tooltip</Button>
        </Tooltip>
        <User accountId="maya" />
        <UserGroup>
          <User accountId="owen" />
          <User accountId="priya" />
        </UserGroup>
      </Inline>
      <TagGroup>
        <Tag text="label-a" removeButtonLabel="Remove" onAfterRemoveAction={say('removed')} />
        <Tag text="label-b" isRemovable={false} />
      </TagGroup>
      <ProgressBar ariaLabel="Progress" value={0.4} />
      <SectionMessage
        title="Note"
        appearance="warning"
        actions={[<SectionMessageAction onClick={say('acted')}>Act</SectionMessageAction>]}
      >
        <Text>Read this.</Text>
      </SectionMessage>
      <EmptyState
        header="Nothing yet"
        description="Make one."
        headingLevel={2}
        primaryAction={<Button onClick={say('made')}>Make one</Button>}
      />
      <Heading as="h2">A form</Heading>
      <Form onSubmit={say('submitted')}>
        <FormHeader title="Form">
          <Text>
            Required: <RequiredAsterisk />
          </Text>
        </FormHeader>
        <FormSection>
          <Label labelFor="typed">Typed</Label>
          <Textfield
            id="typed"
            name="name"
            value={typed}
            onChange={(event) => {
              setTyped(String(event.target.value));
            }}
          />
          <HelperMessage>Typed so far: {typed}</HelperMessage>
          <ErrorMessage>An error</ErrorMessage>
          <ValidMessage>All well</ValidMessage>
          <Label labelFor="area">Area</Label>
          <TextArea id="area" name="area" defaultValue="text" />
          <Label labelFor="picked">Picked</Label>
          <Select
            inputId="picked"
            isMulti
            options={[
              { label: 'Alpha', value: 'a' },
              { label: 'Beta', value: 'b' },
            ]}
            onChange={(options) => {
              setSaid(JSON.stringify(options));
            }}
            onInputChange={(text) => {
              setSaid(`looked for ${text}`);
            }}
          />
          <Checkbox label="Checkbox" onChange={say('checked')} />
          <CheckboxGroup
            name="group"
            options={[{ label: 'In a group', value: 'g' }]}
            onChange={(values) => {
              setSaid(values.join());
            }}
          />
          <Radio label="Radio" name="radio" value="r" />
          <RadioGroup
            options={[{ name: 'rs', label: 'One of one', value: '1' }]}
            onChange={(event) => {
              setSaid(`chose ${String(event.target.value)}`);
            }}
          />
          <Label labelFor="range">Range</Label>
          <Range id="range" min={0} max={10} defaultValue={5} onChange={say('moved')} />
          <Label labelFor="toggle">Toggle</Label>
          <Toggle id="toggle" onChange={say('toggled')} />
        </FormSection>
        <FormFooter>
          <Button type="submit">Submit</Button>
        </FormFooter>
      </Form>
      <Heading as="h2">Figures</Heading>
      <DynamicTable caption="Spaces" head={HEAD} rows={ROWS} rowsPerPage={2} />
      <DynamicTable caption="None" head={HEAD} rows={[]} emptyView={<Text>No spaces</Text>} />
      <Pagination pages={[1, 2]} label="Pages of the gallery" onChange={say('turned')} />
      <BarChart title="Searches a day" data={DAYS} xAccessor={0} yAccessor={1} />
      <StackBarChart title="Stacked" data={DAYS} xAccessor={0} yAccessor={1} colorAccessor={2} />
      <HorizontalBarChart title="Lying" data={DAYS} xAccessor={0} yAccessor={1} />
      <LineChart title="Line" data={DAYS} xAccessor={0} yAccessor={1} />
      <Tabs id="tabs">
        <TabList>
          <Tab>First tab</Tab>
          <Tab>Second tab</Tab>
        </TabList>
        <TabPanel>
          <Text>First panel</Text>
        </TabPanel>
        <TabPanel>
          <Text>Second panel</Text>
        </TabPanel>
      </Tabs>
      <Popup
        isOpen={isPopupOpen}
        onClose={() => {
          setPopupOpen(false);
        }}
        content={() => <Text>In the popup</Text>}
        trigger={() => (
          <Button
            onClick={() => {
              setPopupOpen(!isPopupOpen);
            }}
          >
            Open popup
          </Button>
        )}
      />
      <ModalTransition>
        {isModalOpen && (
          <Modal
            onClose={() => {
              setModalOpen(false);
            }}
          >
            <ModalHeader>
              <ModalTitle>Really?</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <Text>This is asked once.</Text>
            </ModalBody>
            <ModalFooter>
              <Button
                onClick={() => {
                  setModalOpen(false);
                }}
              >
                Close
              </Button>
            </ModalFooter>
          </Modal>
        )}
      </ModalTransition>
    </Stack>
  );
};

ForgeReconciler.render(<Gallery />);
