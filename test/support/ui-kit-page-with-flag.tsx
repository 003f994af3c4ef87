import { showFlag } from '@forge/bridge';
import ForgeReconciler, { Text } from '@forge/react';
import { useEffect } from 'react';

const PageWithFlag = () => {
  useEffect(() => {
    void showFlag({ id: 'flag', title: 'A flag' })
      .close()
      .catch(() => undefined);
  }, []);
  return <Text>Drawn</Text>;
};

ForgeReconciler.render(<PageWithFlag />);
