package org.backpropnet.knime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.backpropnet.data.Table;
import org.backpropnet.data.WeightedTable;
import org.backpropnet.knime.adapter.Explanation;
import org.backpropnet.knime.adapter.Explanation.Request;
import org.backpropnet.knime.adapter.LearnerCheck;
import org.backpropnet.knime.adapter.LearnerCheck.Roles;
import org.backpropnet.knime.adapter.ModelShape;
import org.backpropnet.knime.adapter.TableReading;
import org.backpropnet.knime.adapter.WatchedTraining;
import org.backpropnet.model.Model;
import org.backpropnet.train.Knob;
import org.backpropnet.train.Trained;
import org.backpropnet.train.TrainingDivergedException;
import org.backpropnet.train.TrainingPlan;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Learner does. */
final class LearnerNode {
  private static final int TABLE = 0;
  private static final int BEFORE = 1;

  /** Rows between two looks whether to stop: well below a tenth of a second. */
  private static final int LOOK = 1000;

  /** Reading is a small part of the way. */
  private static final double READING = 0.1;

  /** The page follows the first row; drivers are told by the Explainer. */
  private static final Request PICTURE = new Request(1, "", 0);

  private LearnerNode() {}

  static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
    LearnerParameters parameters = in.getParameters();
    DataTableSpec spec = in.getInTableSpec(TABLE);
    if (spec == null) {
      throw new InvalidSettingsException(
          "The columns are not known. Execute the node before this.");
    }
    try {
      parameters.plan();
      Roles roles = roles(parameters, spec);
      LearnerCheck check = LearnerCheck.of(KnimeTable.columns(spec), roles);
      if (!check.warnings().isEmpty()) {
        out.setWarningMessage(String.join("\n", check.warnings()));
      }
      out.setOutSpecs(
          new ModelPortSpec(ModelShape.planned(check.columns(), roles)), HistoryTable.spec());
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(e.getMessage(), e);
    }
  }

  private static Roles roles(LearnerParameters parameters, DataTableSpec spec) {
    List<DataColumnSpec> usable = spec.stream().filter(LearnerParameters::usable).toList();
    List<String> inputs = Arrays.asList(parameters.m_inputs.filter(usable));
    return new Roles(parameters.m_target, inputs, parameters.weight());
  }

  static void execute(ExecuteInput in, ExecuteOutput out)
      throws CanceledExecutionException, KNIMEException {
    ExecutionContext exec = in.getExecutionContext();
    try {
      Model model = train(in, out);
      ModelPortObject port = new ModelPortObject(model);
      out.setOutData(0, port);
      out.setOutData(1, HistoryTable.of(model.trained().history(), exec));
      LearnerParameters parameters = in.getParameters();
      out.setInternalData(
          parameters.m_completePicture
              ? new PortObject[] {port, PageTable.of(page(model, in, out), exec)}
              : new PortObject[] {port});
    } catch (CancellationException e) {
      throw canceled(e);
    } catch (IllegalArgumentException | TrainingDivergedException e) {
      throw new KNIMEException(e.getMessage(), e);
    }
  }

  /** The page; empty with a warning if it cannot be made, for the training is over by then. */
  private static String page(Model model, ExecuteInput in, ExecuteOutput out)
      throws CanceledExecutionException {
    KnimeWatch watch = new KnimeWatch(in.getExecutionContext().createSubProgress(0));
    try {
      // The rows are read once more: the training let them go as soon as they were coded.
      return Explanation.of(model, read(in, 0), PICTURE, watch).page();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      out.setWarningMessage("The complete picture could not be made: " + e.getMessage());
      return "";
    }
  }

  static CanceledExecutionException canceled(Throwable cause) {
    CanceledExecutionException canceled = new CanceledExecutionException();
    canceled.initCause(cause);
    return canceled;
  }

  private static Model train(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException {
    LearnerParameters parameters = in.getParameters();
    DataTableSpec spec = in.getInTable(TABLE).getDataTableSpec();
    Roles roles = roles(parameters, spec);
    LearnerCheck check = LearnerCheck.of(KnimeTable.columns(spec), roles);
    List<String> warnings = new ArrayList<>(check.warnings());
    ModelPortObject before = in.getInPortObject(BEFORE);
    TrainingPlan plan = parameters.plan();
    WatchedTraining training = training(read(in, READING), roles, plan, before);
    if (before != null && !sameKnobs(plan, before.model().trained().plan())) {
      warnings.add(
          "The training went on with the settings that it began with; those of the dialog differ.");
    }
    ExecutionMonitor part = in.getExecutionContext().createSubProgress(1 - READING);
    Trained trained = training.run(new KnimeWatch(part));
    if (!warnings.isEmpty()) {
      out.setWarningMessage(String.join("\n", warnings));
    }
    return new Model(trained);
  }

  private static WatchedTraining training(
      Table table, Roles roles, TrainingPlan plan, ModelPortObject before) {
    return before == null
        ? WatchedTraining.start(table, roles.target(), plan)
        : WatchedTraining.resume(table, before.model().trained());
  }

  private static boolean sameKnobs(TrainingPlan one, TrainingPlan other) {
    Map<Knob, String> knobs = one.with(Knob.THREADS, "auto").knobs();
    return knobs.equals(other.with(Knob.THREADS, "auto").knobs());
  }

  private static Table read(ExecuteInput in, double share) throws CanceledExecutionException {
    BufferedDataTable rows = in.getInTable(TABLE);
    Roles roles = roles(in.getParameters(), rows.getDataTableSpec());
    LearnerCheck check = LearnerCheck.of(KnimeTable.columns(rows.getDataTableSpec()), roles);
    ExecutionMonitor part = in.getExecutionContext().createSubProgress(share);
    TableReading reading = new TableReading(check.columns(), rows.size());
    int[] places = KnimeTable.places(rows.getDataTableSpec(), check.columns());
    long read = 0;
    try (CloseableRowIterator iterator = rows.iterator()) {
      while (iterator.hasNext()) {
        reading.add(new KnimeTable.Row(iterator.next(), places));
        if (++read % LOOK == 0) {
          part.checkCanceled();
          part.setProgress((double) read / rows.size(), "Reading row " + read);
        }
      }
    }
    Table table = reading.table();
    return roles.weight().isEmpty() ? table : new WeightedTable(table, roles.weight());
  }
}
