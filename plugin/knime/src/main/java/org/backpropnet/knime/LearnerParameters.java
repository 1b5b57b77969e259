package org.backpropnet.knime;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.backpropnet.data.DataException;
import org.backpropnet.knime.adapter.HostColumn;
import org.backpropnet.train.Knob;
import org.backpropnet.train.TrainingPlan;
import org.backpropnet.train.Wording;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/**
 * The Learner's dialog. Titles, help and defaults are those of the core's knobs; a field is named
 * after its knob. Settings of an older release that lack a field get its default.
 */
@LoadDefaultsForAbsentFields
final class LearnerParameters implements NodeParameters {
  @Section(title = "Columns")
  interface Columns {}

  @Section(title = "Network")
  @After(Columns.class)
  interface Network {}

  @Section(title = "Learning")
  @After(Network.class)
  interface Learning {}

  @Section(title = "More")
  @Advanced
  @After(Learning.class)
  interface More {}

  /** Whether the list of layers is shown. */
  static final class OwnLayers implements BooleanReference {}

  /** Whether the choice of the weight column is shown. */
  static final class Weighted implements BooleanReference {}

  @Widget(
      title = "Target column",
      description =
          "The column to predict. Categories become classes, numbers are predicted as numbers.")
  @Layout(Columns.class)
  @ChoicesProvider(InputColumns.class)
  String m_target = "";

  @Widget(
      title = "Input columns",
      description =
          "The columns to learn from. All numbers and categories are taken as they are: nothing has"
              + " to be scaled, filled in or recoded before.")
  @Layout(Columns.class)
  @ChoicesProvider(InputColumns.class)
  ColumnFilter m_inputs = new ColumnFilter();

  @Widget(title = Wording.PRESET, description = Wording.PRESET_HELP)
  @Layout(Network.class)
  @ChoicesProvider(Choices.Presets.class)
  String m_preset = Knob.PRESET.defaultText();

  @Widget(
      title = "Own hidden layers",
      description = "Whether you choose the hidden layers. If not, they are chosen from the table.")
  @Layout(Network.class)
  @ValueReference(OwnLayers.class)
  boolean m_ownHiddenLayers;

  @Widget(title = Wording.HIDDEN_LAYERS, description = Wording.HIDDEN_LAYERS_HELP)
  @Layout(Network.class)
  @ArrayWidget(elementTitle = "Layer", addButtonText = "Add layer", showSortButtons = true)
  @Effect(predicate = OwnLayers.class, type = Effect.EffectType.SHOW)
  LayerParameters[] m_hiddenLayers = {new LayerParameters()};

  @Widget(title = Wording.ACTIVATION, description = Wording.ACTIVATION_HELP)
  @Layout(Network.class)
  @ChoicesProvider(Choices.Activations.class)
  String m_activation = Knob.ACTIVATION.defaultText();

  @Widget(title = Wording.OUTPUT_LAYER, description = Wording.OUTPUT_LAYER_HELP)
  @Layout(Network.class)
  @ChoicesProvider(Choices.Outputs.class)
  String m_outputLayer = Knob.OUTPUT_LAYER.defaultText();

  @Widget(title = Wording.LOSS, description = Wording.LOSS_HELP)
  @Layout(Network.class)
  @ChoicesProvider(Choices.Losses.class)
  String m_loss = Knob.LOSS.defaultText();

  @Widget(title = Wording.NUMBERS, description = Wording.NUMBERS_HELP)
  @Layout(Network.class)
  String m_numbers = Knob.NUMBERS.defaultText();

  @Widget(title = Wording.OPTIMIZER, description = Wording.OPTIMIZER_HELP)
  @Layout(Learning.class)
  @ChoicesProvider(Choices.Optimizers.class)
  String m_optimizer = Knob.OPTIMIZER.defaultText();

  @Widget(title = Wording.LEARNING_RATE, description = Wording.LEARNING_RATE_HELP)
  @Layout(Learning.class)
  String m_learningRate = Knob.LEARNING_RATE.defaultText();

  @Widget(title = Wording.MOMENTUM, description = Wording.MOMENTUM_HELP)
  @Layout(Learning.class)
  double m_momentum = Double.parseDouble(Knob.MOMENTUM.defaultText());

  @Widget(title = Wording.SCHEDULE, description = Wording.SCHEDULE_HELP)
  @Layout(Learning.class)
  String m_schedule = Knob.SCHEDULE.defaultText();

  @Widget(title = Wording.EPOCHS, description = Wording.EPOCHS_HELP)
  @Layout(Learning.class)
  String m_epochs = Knob.EPOCHS.defaultText();

  @Widget(title = Wording.BATCH_SIZE, description = Wording.BATCH_SIZE_HELP)
  @Layout(Learning.class)
  String m_batchSize = Knob.BATCH_SIZE.defaultText();

  @Widget(title = Wording.GRADIENT_CLIP, description = Wording.GRADIENT_CLIP_HELP)
  @Layout(Learning.class)
  double m_gradientClip = Double.parseDouble(Knob.GRADIENT_CLIP.defaultText());

  @Widget(title = Wording.RESTARTS, description = Wording.RESTARTS_HELP)
  @Layout(More.class)
  String m_restarts = Knob.RESTARTS.defaultText();

  @Widget(title = Wording.VOTE, description = Wording.VOTE_HELP)
  @Layout(More.class)
  @ChoicesProvider(Choices.Votes.class)
  String m_vote = Knob.VOTE.defaultText();

  @Widget(title = Wording.VALIDATION_SHARE, description = Wording.VALIDATION_SHARE_HELP)
  @Layout(More.class)
  String m_validationShare = Knob.VALIDATION_SHARE.defaultText();

  @Widget(title = Wording.PATIENCE, description = Wording.PATIENCE_HELP)
  @Layout(More.class)
  int m_patience = Integer.parseInt(Knob.PATIENCE.defaultText());

  @Widget(title = Wording.WEIGHT_DECAY, description = Wording.WEIGHT_DECAY_HELP)
  @Layout(More.class)
  String m_weightDecay = Knob.WEIGHT_DECAY.defaultText();

  @Widget(title = Wording.L1, description = Wording.L1_HELP)
  @Layout(More.class)
  double m_l1 = Double.parseDouble(Knob.L1.defaultText());

  @Widget(title = Wording.DROPOUT, description = Wording.DROPOUT_HELP)
  @Layout(More.class)
  double m_dropout = Double.parseDouble(Knob.DROPOUT.defaultText());

  @Widget(title = Wording.CLASS_BALANCING, description = Wording.CLASS_BALANCING_HELP)
  @Layout(More.class)
  boolean m_classBalancing = Boolean.parseBoolean(Knob.CLASS_BALANCING.defaultText());

  @Widget(title = Wording.THREADS, description = Wording.THREADS_HELP)
  @Layout(More.class)
  String m_threads = Knob.THREADS.defaultText();

  @Widget(title = Wording.TIME_BUDGET, description = Wording.TIME_BUDGET_HELP)
  @Layout(More.class)
  double m_timeBudget = Double.parseDouble(Knob.TIME_BUDGET.defaultText());

  @Widget(title = Wording.SEED, description = Wording.SEED_HELP)
  @Layout(More.class)
  long m_seed = Long.parseLong(Knob.SEED.defaultText());

  @Widget(title = Wording.RESUMABLE, description = Wording.RESUMABLE_HELP)
  @Layout(More.class)
  boolean m_resumable = Boolean.parseBoolean(Knob.RESUMABLE.defaultText());

  @Widget(
      title = "Weight rows",
      description = "Whether a column says how much each row counts. If not, all count the same.")
  @Layout(More.class)
  @ValueReference(Weighted.class)
  boolean m_weighted;

  @Widget(
      title = "Weight column",
      description =
          "The column of numbers that says how much a row counts. A row of weight 2 counts as two"
              + " rows, one of weight 0 is left out, and a missing weight is an error.")
  @Layout(More.class)
  @ChoicesProvider(NumberColumns.class)
  @Effect(predicate = Weighted.class, type = Effect.EffectType.SHOW)
  String m_weight = "";

  @Widget(
      title = "Complete picture",
      description =
          "Whether the view also shows the page that explains the model on these rows. It takes some"
              + " seconds and often a second training; the node Backprop Net Explainer makes the same"
              + " page later, for any row.")
  @Layout(More.class)
  boolean m_completePicture;

  /** Called by KNIME where no table is known. */
  LearnerParameters() {}

  /** Called by KNIME for a new node: the last column is the target, all others are inputs. */
  LearnerParameters(NodeParametersInput context) {
    if (context == null) {
      return;
    }
    DataTableSpec table = context.getInTableSpec(0).orElse(null);
    if (table == null) {
      return;
    }
    m_inputs = new ColumnFilter(table.stream().filter(LearnerParameters::usable).toList());
    m_inputs = m_inputs.withIncludeUnknownColumns();
    m_target =
        table.stream()
            .filter(LearnerParameters::usable)
            .map(DataColumnSpec::getName)
            .reduce("", (before, name) -> name);
  }

  static boolean usable(DataColumnSpec column) {
    return KnimeTable.kind(column) != HostColumn.Kind.OTHER;
  }

  @Override
  public void validate() throws InvalidSettingsException {
    try {
      plan();
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(e.getMessage(), e);
    }
  }

  /** Name of the weight column, empty for none. */
  String weight() {
    if (m_weighted && m_weight.isEmpty()) {
      throw new DataException(
          "No weight column is chosen. Choose one in the dialog, or switch \"Weight rows\" off.");
    }
    return m_weighted ? m_weight : "";
  }

  /** The plan that these settings make. */
  TrainingPlan plan() {
    return TrainingPlan.of(texts());
  }

  /** Every knob's text. */
  Map<Knob, String> texts() {
    Map<Knob, String> texts = new EnumMap<>(Knob.class);
    texts.put(Knob.PRESET, m_preset);
    texts.put(Knob.HIDDEN_LAYERS, hiddenLayers());
    texts.put(Knob.ACTIVATION, m_activation);
    texts.put(Knob.OUTPUT_LAYER, m_outputLayer);
    texts.put(Knob.LOSS, m_loss);
    texts.put(Knob.NUMBERS, m_numbers);
    texts.put(Knob.OPTIMIZER, m_optimizer);
    texts.put(Knob.LEARNING_RATE, m_learningRate);
    texts.put(Knob.MOMENTUM, String.valueOf(m_momentum));
    texts.put(Knob.SCHEDULE, m_schedule);
    texts.put(Knob.EPOCHS, m_epochs);
    texts.put(Knob.BATCH_SIZE, m_batchSize);
    texts.put(Knob.GRADIENT_CLIP, String.valueOf(m_gradientClip));
    texts.put(Knob.RESTARTS, m_restarts);
    texts.put(Knob.VOTE, m_vote);
    texts.put(Knob.VALIDATION_SHARE, m_validationShare);
    texts.put(Knob.PATIENCE, String.valueOf(m_patience));
    texts.put(Knob.WEIGHT_DECAY, m_weightDecay);
    texts.put(Knob.L1, String.valueOf(m_l1));
    texts.put(Knob.DROPOUT, String.valueOf(m_dropout));
    texts.put(Knob.CLASS_BALANCING, String.valueOf(m_classBalancing));
    texts.put(Knob.THREADS, m_threads);
    texts.put(Knob.TIME_BUDGET, String.valueOf(m_timeBudget));
    texts.put(Knob.SEED, String.valueOf(m_seed));
    texts.put(Knob.RESUMABLE, String.valueOf(m_resumable));
    return texts;
  }

  private String hiddenLayers() {
    if (!m_ownHiddenLayers) {
      return "auto";
    }
    return m_hiddenLayers.length == 0
        ? "none"
        : Arrays.stream(m_hiddenLayers)
            .map(LayerParameters::text)
            .collect(Collectors.joining(", "));
  }
}
