import AtlaskitButton from '@atlaskit/button/new';
import { useState } from 'react';

import { handlerProp, listProp, numberProp, textProp } from '../tree/ui-kit-node';
import type { Drawing } from './draw-node';

/** Drawn with buttons: Atlaskit's own package is not among the project's. All pages are shown, whatever `max` says. */
const Pagination: Drawing = ({ node }) => {
  const pages = listProp(node, 'pages') ?? [];
  const [own, setOwn] = useState(numberProp(node, 'defaultSelectedIndex') ?? 0);
  const selected = numberProp(node, 'selectedIndex') ?? own;
  const select = (index: number): void => {
    setOwn(index);
    void handlerProp(node, 'onChange')?.({}, pages[index]);
  };
  return (
    <nav aria-label={textProp(node, 'label') ?? 'pagination'} className="pagination">
      <AtlaskitButton
        appearance="subtle"
        isDisabled={selected <= 0}
        onClick={() => {
          select(selected - 1);
        }}
      >
        {textProp(node, 'previousLabel') ?? 'previous'}
      </AtlaskitButton>
      {pages.map((page, index) => (
        <AtlaskitButton
          key={index}
          appearance="subtle"
          isSelected={index === selected}
          onClick={() => {
            select(index);
          }}
        >
          {String(page)}
        </AtlaskitButton>
      ))}
      <AtlaskitButton
        appearance="subtle"
        isDisabled={selected >= pages.length - 1}
        onClick={() => {
          select(selected + 1);
        }}
      >
        {textProp(node, 'nextLabel') ?? 'next'}
      </AtlaskitButton>
    </nav>
  );
};

export const paginationDrawings = { Pagination };
