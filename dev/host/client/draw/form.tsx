import {
  ErrorMessage,
  FormFooter as AtlaskitFormFooter,
  FormHeader as AtlaskitFormHeader,
  FormSection as AtlaskitFormSection,
  HelperMessage,
  Label as AtlaskitLabel,
  RequiredAsterisk,
  ValidMessage,
} from '@atlaskit/form';

import { choiceProp, handlerProp, textProp } from '../tree/ui-kit-node';
import { DrawChildren, type Drawing } from './draw-node';

const Form: Drawing = ({ node }) => (
  <form
    noValidate
    className="form"
    onSubmit={(event) => {
      event.preventDefault();
      void handlerProp(node, 'onSubmit')?.();
    }}
  >
    <DrawChildren node={node} />
  </form>
);

const FormHeader: Drawing = ({ node }) => (
  <AtlaskitFormHeader title={textProp(node, 'title')} description={textProp(node, 'description')}>
    <DrawChildren node={node} />
  </AtlaskitFormHeader>
);

const FormSection: Drawing = ({ node }) => (
  <AtlaskitFormSection title={textProp(node, 'title')} description={textProp(node, 'description')}>
    <DrawChildren node={node} />
  </AtlaskitFormSection>
);

const FormFooter: Drawing = ({ node }) => (
  <AtlaskitFormFooter align={choiceProp(node, 'align', ['start', 'end'])}>
    <DrawChildren node={node} />
  </AtlaskitFormFooter>
);

const Label: Drawing = ({ node }) => (
  <AtlaskitLabel id={textProp(node, 'id')} htmlFor={textProp(node, 'labelFor') ?? ''} testId={textProp(node, 'testId')}>
    <DrawChildren node={node} />
  </AtlaskitLabel>
);

export const formDrawings: Readonly<Record<string, Drawing>> = {
  Form,
  FormHeader,
  FormSection,
  FormFooter,
  Label,
  RequiredAsterisk: () => <RequiredAsterisk />,
  HelperMessage: ({ node }) => (
    <HelperMessage>
      <DrawChildren node={node} />
    </HelperMessage>
  ),
  ErrorMessage: ({ node }) => (
    <ErrorMessage>
      <DrawChildren node={node} />
    </ErrorMessage>
  ),
  ValidMessage: ({ node }) => (
    <ValidMessage>
      <DrawChildren node={node} />
    </ValidMessage>
  ),
};
