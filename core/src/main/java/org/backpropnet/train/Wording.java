package org.backpropnet.train;

/**
 * Title and help of every knob, once for all hosts: compile-time constants, so that they can stand
 * in annotations. The first sentence of a help text stands alone (some hosts show no more) and has
 * no full stop inside.
 */
public final class Wording {
  private Wording() {}

  public static final String PRESET = "Preset";
  public static final String PRESET_HELP =
      "How much work the training may be. One of fast, good, best, textbook; it fills only what"
          + " stands at auto, and what is set by hand wins. Fast trains one network; good lets"
          + " networks vote and codes numbers as suits the table; best takes more networks;"
          + " textbook is a plain sigmoid network with gradient descent, for teaching.";
  public static final String HIDDEN_LAYERS = "Hidden layers";
  public static final String HIDDEN_LAYERS_HELP =
      "Sizes of the hidden layers from input to output, with commas. For instance \"16\" or \"64"
          + " relu, 32 tanh\"; \"none\" makes a linear or logistic model; \"auto\" chooses from the"
          + " table.";
  public static final String ACTIVATION = "Activation";
  public static final String ACTIVATION_HELP =
      "What each hidden unit does with its weighted sum. It holds for layers that name none: auto,"
          + " identity, sigmoid, tanh, relu, leaky-relu, elu, selu, softplus, silu, mish or gelu;"
          + " auto takes tanh on small tables and relu on large ones.";
  public static final String OUTPUT_LAYER = "Output layer";
  public static final String OUTPUT_LAYER_HELP =
      "Activation of the output when a number is predicted. One of auto, identity, sigmoid, tanh,"
          + " relu; the target is scaled into its range and back. Classes always get"
          + " probabilities.";
  public static final String LOSS = "Loss";
  public static final String LOSS_HELP =
      "What is made small. For numbers squared-error, absolute-error or huber; for classes"
          + " cross-entropy, which auto takes and which two classes know as binary-cross-entropy.";
  public static final String NUMBERS = "Numbers";
  public static final String NUMBERS_HELP =
      "How number columns enter the network. Scaled gives each one input; \"thermometer 16\" splits"
          + " its range into up to 16 bins with as many rows each, so that a bend can sit at each"
          + " edge; auto tries both on held-out rows, and takes scaled where the walk is set by hand.";
  public static final String OPTIMIZER = "Optimizer";
  public static final String OPTIMIZER_HELP =
      "How the weights walk downhill. One of auto, gradient-descent, momentum, nesterov, rmsprop,"
          + " adam, adamw, rprop, l-bfgs; auto takes l-bfgs on small tables and adam on large ones,"
          + " and also adam as soon as a learning rate, batch size, schedule, dropout or gradient"
          + " clip is set.";
  public static final String LEARNING_RATE = "Learning rate";
  public static final String LEARNING_RATE_HELP =
      "Length of a step downhill, greater than 0. It means the same in every preset; what suits"
          + " depends on the optimizer. Good starts, which auto takes: 0.003 for adam and adamw; 0.1"
          + " for gradient-descent (preset textbook); 0.02 for momentum and nesterov; 0.001 for"
          + " rmsprop; 0.01 for rprop. If the loss jumps, try a rate ten times smaller. L-BFGS finds"
          + " its own step lengths.";
  public static final String MOMENTUM = "Momentum";
  public static final String MOMENTUM_HELP =
      "Share of the last step that is kept, from 0 to less than 1. Only the optimizers momentum and"
          + " nesterov use it.";
  public static final String SCHEDULE = "Schedule";
  public static final String SCHEDULE_HELP =
      "How the learning rate changes over the training. One of auto, constant, cosine,"
          + " warm-restarts, \"step 10 0.5\" (every 10 epochs half), \"exponential 0.97\", \"plateau"
          + " 5 0.5\" (half after 5 epochs without progress). Rprop and l-bfgs find their own step"
          + " lengths and do not follow it.";
  public static final String EPOCHS = "Epochs";
  public static final String EPOCHS_HELP =
      "How often all rows are seen, at least 1. With l-bfgs each epoch is one step; auto chooses"
          + " from the table, and lets l-bfgs end when further steps bring little.";
  public static final String BATCH_SIZE = "Batch size";
  public static final String BATCH_SIZE_HELP =
      "Rows per step, at least 1. The number of rows or more means all rows in each step.";
  public static final String GRADIENT_CLIP = "Gradient clip";
  public static final String GRADIENT_CLIP_HELP =
      "Greatest length of one step's slope, longer ones are shortened. 0 switches it off.";
  public static final String RESTARTS = "Restarts";
  public static final String RESTARTS_HELP =
      "Trainings from new start weights, at least 1. They vote, or the best is kept; auto takes 20"
          + " below 20 rows, where a single start can get stuck, and elsewhere as many as the"
          + " preset says, but 1 where optimizer, learning rate, schedule, epochs, batch size or"
          + " gradient clip is set.";
  public static final String VOTE = "Vote";
  public static final String VOTE_HELP =
      "Whether the networks of all restarts vote. One of auto, true, false; if not, the best one is"
          + " kept. Networks that vote stand side by side in one larger network whose output is the"
          + " mean of theirs; auto lets them vote from 20 rows on.";
  public static final String WEIGHT_DECAY = "Weight decay";
  public static final String WEIGHT_DECAY_HELP =
      "Price of large weights (L2), at least 0. It is added to the mean loss as half of it times"
          + " the sum of squared weights; auto finds it on small tables by a short race on held-out"
          + " rows.";
  public static final String L1 = "L1 penalty";
  public static final String L1_HELP =
      "Price of the size of weights, at least 0. It presses useless weights towards 0.";
  public static final String DROPOUT = "Dropout";
  public static final String DROPOUT_HELP =
      "Share of the hidden units that are silenced in each step, from 0 to less than 1. It needs"
          + " minibatches.";
  public static final String CLASS_BALANCING = "Class balancing";
  public static final String CLASS_BALANCING_HELP =
      "Whether every class counts the same in total, however rare. True or false.";
  public static final String VALIDATION_SHARE = "Validation share";
  public static final String VALIDATION_SHARE_HELP =
      "Share of the rows held out to find the best epoch, from 0 to less than 1. Auto holds out"
          + " nothing on small tables and a tenth on large ones.";
  public static final String PATIENCE = "Patience";
  public static final String PATIENCE_HELP =
      "Epochs without a better validation loss before training stops. 0 goes on to the end; the"
          + " best epoch is kept either way.";
  public static final String TIME_BUDGET = "Time budget (seconds)";
  public static final String TIME_BUDGET_HELP =
      "Shortens the training to about this many seconds. 0 sets no limit; with a limit the number"
          + " of epochs depends on the machine, and the model records it.";
  public static final String THREADS = "Threads";
  public static final String THREADS_HELP =
      "Threads that share the work of one training. Auto takes as many as the work is worth; the"
          + " number never changes the result.";
  public static final String SEED = "Seed";
  public static final String SEED_HELP =
      "Where all randomness comes from. Same table, settings and seed give the same model.";
  public static final String RESUMABLE = "Resumable";
  public static final String RESUMABLE_HELP =
      "Whether the model keeps what is needed to go on training later. True or false; it makes the"
          + " model larger.";
}
