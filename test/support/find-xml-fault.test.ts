import { describe, expect, it } from '@jest/globals';
import { findXmlFault } from './find-xml-fault';

describe('findXmlFault', () => {
  it.each([
    '',
    'text',
    '<p>a&nbsp;&amp;&#160;</p>',
    '<br/><hr />',
    '<ac:link><ri:page ri:content-title="A &gt; B" /><ac:plain-text-link-body><![CDATA[<&]]></ac:plain-text-link-body></ac:link>',
    '<p><!-- aside --></p>',
  ])('finds nothing in %p', (xml) => {
    expect(findXmlFault(xml)).toBeUndefined();
  });

  it.each([
    '<p>',
    '</p>',
    '<b><i></b></i>',
    '<br>',
    'a & b',
    'a &bogus; b',
    'a < b',
    '<p a="1" a="2"/>',
    '<p a=1/>',
    '<p a="<"/>',
    '<p a="&"/>',
    '<x:p/>',
    ']]>',
    '<![CDATA[ open',
    '\u0001',
    '\uD800',
  ])('finds the fault of %p', (xml) => {
    expect(findXmlFault(xml)).toEqual(expect.any(String));
  });
});
