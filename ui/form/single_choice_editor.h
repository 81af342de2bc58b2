// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QPushButton;
class QRadioButton;
QT_END_NAMESPACE

namespace jz::ui {

/// One of several options, with the call's labels; yes and no for a field that is either. A choice can be taken back: by the
/// button behind the options, with Del or Backspace.
class SingleChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    SingleChoiceEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    void focusAt(const Address& place) override;
    void mark(const Findings& findings) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addOption(const QJsonValue& value, const QString& id, const QString& label);
    void choose(const QJsonValue& value);
    void showClear();
    bool stepTo(const QObject* from, int key);

    QButtonGroup* m_group;
    QList<std::pair<QJsonValue, QRadioButton*>> m_options;
    QPushButton* m_clear;
    bool m_readOnly = false;
};

} // namespace jz::ui
