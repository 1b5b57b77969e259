package org.backpropnet.knime;

import org.backpropnet.knime.adapter.Watch;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * KNIME watches a training.
 *
 * @param exec the node's run
 */
record KnimeWatch(ExecutionMonitor exec) implements Watch<CanceledExecutionException> {
  @Override
  public void progress(double share, String message) {
    exec.setProgress(share, message);
  }

  @Override
  public void check() throws CanceledExecutionException {
    exec.checkCanceled();
  }
}
