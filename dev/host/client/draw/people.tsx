import { flagProp, textProp } from '../tree/ui-kit-node';
import { DrawChildren, type Drawing } from './draw-node';

/** On the local site an account id is a display name as well; there are no pictures. */
const User: Drawing = ({ node }) => {
  const name = textProp(node, 'accountId') ?? '';
  return (
    <span className="user" title={name}>
      <span className="avatar" aria-hidden="true">
        {name.slice(0, 1).toUpperCase()}
      </span>
      {flagProp(node, 'hideDisplayName') === true ? <span className="visually-hidden">{name}</span> : name}
    </span>
  );
};

const UserGroup: Drawing = ({ node }) => (
  <span className="user-group">
    <DrawChildren node={node} />
  </span>
);

export const peopleDrawings = { User, UserGroup };
