// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/scenes/seen_words.h"

#include "model/print/value_text.h"
#include "tests/support/test_files.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QGroupBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextDocumentFragment>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 30;

QString plain(const QString& text)
{
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

void addModel(const QAbstractItemModel* model, const QString& where, QList<SeenWord>& words)
{
    if (!model)
        return;
    for (int column = 0; column < model->columnCount(); ++column)
        words.append({where + u" header"_s, model->headerData(column, Qt::Horizontal).toString()});
    for (int row = 0; row < qMin(model->rowCount(), mostRows); ++row) {
        words.append({where + u" row header"_s, model->headerData(row, Qt::Vertical).toString()});
        for (int column = 0; column < model->columnCount(); ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                words.append({where, model->index(row, column).data(role).toString()});
    }
}

void addWidget(const QWidget& widget, QList<SeenWord>& words)
{
    const QString where = pathOf(&widget);
    const auto add = [&](const QString& text) { words.append({where, plain(text)}); };
    add(widget.toolTip());
    add(widget.accessibleName());
    add(widget.accessibleDescription());
    if (widget.isWindow())
        add(widget.windowTitle());
    if (const auto* const label = qobject_cast<const QLabel*>(&widget))
        add(label->text());
    else if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget))
        add(button->text());
    else if (const auto* const line = qobject_cast<const QLineEdit*>(&widget))
        add(line->placeholderText());
    else if (const auto* const lines = qobject_cast<const QPlainTextEdit*>(&widget))
        add(lines->placeholderText());
    else if (const auto* const box = qobject_cast<const QGroupBox*>(&widget))
        add(box->title());
    else if (const auto* const tabs = qobject_cast<const QTabBar*>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            add(tabs->tabText(i));
    else if (const auto* const choice = qobject_cast<const QComboBox*>(&widget))
        addModel(choice->model(), where, words);
    else if (const auto* const view = qobject_cast<const QAbstractItemView*>(&widget))
        addModel(view->model(), where, words);
    for (const QAction* const action : widget.actions()) {
        add(action->text());
        add(action->toolTip());
    }
}

void addStrings(const QJsonValue& value, QStringList& words)
{
    if (value.isString())
        words.append(value.toString());
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array)
        addStrings(each, words);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        // The Chinese of what the program says in both languages is not to be seen in English.
        if (it.key() != "zh"_L1 || !object.contains("en"_L1))
            addStrings(it.value(), words);
}

} // namespace

QString pathOf(const QObject* widget)
{
    QStringList names;
    for (; widget; widget = widget->parent())
        if (!widget->objectName().isEmpty() && !widget->objectName().startsWith(u"qt_"))
            names.prepend(widget->objectName());
        else if (names.isEmpty())
            names.prepend(QString::fromLatin1(widget->metaObject()->className()));
    return names.join(u'/');
}

QList<SeenWord> wordsIn(const QWidget& window)
{
    QList<SeenWord> words;
    addWidget(window, words);
    for (const QWidget* const widget : window.findChildren<QWidget*>())
        addWidget(*widget, words);
    words.removeIf([](const SeenWord& word) { return word.text.trimmed().isEmpty(); });
    return words;
}

const QString& foreignWords()
{
    static const QString all = [] {
        QStringList words{u"王芳"_s, u"示例先进光电技术研究院"_s, u"卷宗"_s, u"简体中文"_s,
                          // Files of the scenes.
                          u"示例省推荐材料"_s, u"申报书（定稿）"_s, u"第二家单位"_s, u"名单"_s, u"说明"_s, u"另一份"_s,
                          // What came for a recommending body (batch_papers.h), and what it wrote.
                          u"智能农机"_s, u"生物医药"_s, u"新能源汽车"_s, u"示例农机装备研究院"_s, u"示例生物医药产业研究院有限公司"_s, u"示例新能源汽车协同创新中心"_s,
                          u"第三次主席办公会"_s, u"请写到门牌号"_s, u"李四"_s,
                          u"推荐意见表"_s, u"原件 1 份"_s, u"单位承诺书"_s, u"创新部"_s, u"湖北省农机学会"_s, u"稿次"_s};
        const QDir resources(dataFile(u"../../resources"_s));
        for (const QString& folder : {u"calls/kczg-2022"_s, u"samples"_s}) {
            const QDir place(resources.filePath(folder));
            for (const QString& file : place.entryList({u"*.json"_s}, QDir::Files)) {
                const QJsonDocument document = QJsonDocument::fromJson(readFile(place.filePath(file)));
                addStrings(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), words);
            }
        }
        // Names of rows that are numbered: 第{n}阶段.
        for (const QString& name : QStringList(words))
            if (name.contains(u"{n}"_s))
                for (int number = 1; number <= 20; ++number)
                    words << QString(name).replace(u"{n}"_s, chineseNumber(number));
        const QDir reference(resources.filePath(u"reference"_s));
        for (const QString& file : reference.entryList({u"*.csv"_s}, QDir::Files))
            words.append(QString::fromUtf8(readFile(reference.filePath(file))));
        return words.join(u'\n');
    }();
    return all;
}

} // namespace jz::test
